//! Whether there is anything to open a window on, found out before a window is tried.

/// Why no window can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoWindow {
    /// No display answers.
    NoDisplay,
    /// The display is there, and nothing can draw on it.
    NoGraphics,
}

impl NoWindow {
    /// The key of the sentence that says so.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::NoDisplay => "open-no-display",
            Self::NoGraphics => "open-no-graphics",
        }
    }
}

/// Looks for a display and for something that can draw on it.
///
/// # Errors
/// What is missing.
pub fn find() -> Result<(), NoWindow> {
    if !platform::has_display() {
        return Err(NoWindow::NoDisplay);
    }
    if !has_graphics() {
        return Err(NoWindow::NoGraphics);
    }
    Ok(())
}

/// Whether a graphics driver that Bevy can use is installed.
fn has_graphics() -> bool {
    let instance = wgpu::Instance::new(wgpu::InstanceDescriptor::new_without_display_handle());
    let adapters = bevy::tasks::block_on(instance.enumerate_adapters(wgpu::Backends::PRIMARY));
    !adapters.is_empty()
}

#[cfg(target_os = "linux")]
mod platform {
    //! X11 or Wayland: a server that answers, and the libraries that speak to it.
    #![expect(
        clippy::disallowed_methods,
        reason = "a shell: the environment says where the display is"
    )]

    use std::env::var_os;
    use std::os::unix::net::UnixStream;
    use std::path::PathBuf;

    pub(super) fn has_display() -> bool {
        wayland_answers() || x11_answers()
    }

    /// The same places that the Wayland client library looks in.
    fn wayland_answers() -> bool {
        let Some(name) = var_os("WAYLAND_DISPLAY").filter(|name| !name.is_empty()) else {
            return false;
        };
        let socket = match var_os("XDG_RUNTIME_DIR") {
            Some(folder) => PathBuf::from(folder).join(name),
            None => PathBuf::from(name),
        };
        UnixStream::connect(socket).is_ok() && xkbcommon_dl::xkbcommon_option().is_some()
    }

    /// The same libraries that the window library loads, and a connection that is accepted.
    fn x11_answers() -> bool {
        let named = var_os("DISPLAY").is_some_and(|name| !name.is_empty());
        let libraries = || {
            x11_dl::xlib::Xlib::open().is_ok()
                && x11_dl::xcursor::Xcursor::open().is_ok()
                && x11_dl::xinput2::XInput2::open().is_ok()
                && x11_dl::xlib_xcb::Xlib_xcb::open().is_ok()
                && xkbcommon_dl::xkbcommon_option().is_some()
                && xkbcommon_dl::x11::xkbcommon_x11_option().is_some()
        };
        named && libraries() && x11rb::connect(None).is_ok()
    }
}

#[cfg(not(target_os = "linux"))]
mod platform {
    //! Elsewhere a program that was started has a display.

    pub(super) fn has_display() -> bool {
        true
    }
}
