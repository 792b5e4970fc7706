//! Draws the page into a picture instead of a window: no display is needed, only a Vulkan driver.

use std::time::Duration;

use bevy::camera::RenderTarget;
use bevy::image::Image;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::pipelined_rendering::PipelinedRenderingPlugin;
use bevy::render::render_resource::{TextureFormat, TextureUsages};
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::time::TimeUpdateStrategy;
use bevy::window::ExitCondition;
use bevy::winit::WinitPlugin;

use crate::app::{AppPlugin, Options, PageTarget, WallTarget, set_up};

/// How far time goes on with each frame, so that a picture is the same every time.
const FRAME: Duration = Duration::from_millis(33);

/// A frame that is asked for comes within this many updates, or not at all.
const WAIT: usize = 400;

/// The program with a page of a fixed size that can be looked at.
pub struct PictureApp {
    /// The program.
    pub app: App,
    target: Handle<Image>,
    wall: Option<Handle<Image>>,
}

impl std::fmt::Debug for PictureApp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PictureApp").field("target", &self.target).finish_non_exhaustive()
    }
}

/// The picture that was taken last.
#[derive(Resource, Default)]
struct Taken(Option<Image>);

impl PictureApp {
    /// The program, drawing on a picture of `width` by `height` pixels.
    pub fn new(width: u32, height: u32, options: Options) -> Self {
        let mut app = App::new();
        let plugins = DefaultPlugins
            .build()
            .disable::<WinitPlugin>()
            .disable::<LogPlugin>()
            .disable::<PipelinedRenderingPlugin>()
            .set(WindowPlugin {
                primary_window: None,
                exit_condition: ExitCondition::DontExit,
                ..default()
            })
            .set(RenderPlugin { synchronous_pipeline_compilation: true, ..default() });
        app.add_plugins(plugins);
        let target = canvas(&mut app, width, height);
        app.insert_resource(PageTarget(RenderTarget::Image(target.clone().into())));
        app.insert_resource(TimeUpdateStrategy::ManualDuration(FRAME));
        app.init_resource::<Taken>();
        set_up(&mut app, options);
        app.add_plugins(AppPlugin);
        app.finish();
        app.cleanup();
        Self { app, target, wall: None }
    }

    /// Lets `frames` frames pass.
    pub fn pass(&mut self, frames: usize) {
        for _ in 0..frames {
            self.app.update();
        }
    }

    /// Has the room's window drawn on a picture of its own, of this size, from the next room on.
    pub fn hang_wall(&mut self, width: u32, height: u32) {
        let wall = canvas(&mut self.app, width, height);
        let target = RenderTarget::Image(wall.clone().into());
        self.app.insert_resource(WallTarget(Some(target)));
        self.wall = Some(wall);
    }

    /// The page as it is now, in sRGB with alpha; `None` if the graphics driver gives no picture.
    pub fn take(&mut self) -> Option<Image> {
        self.shoot(self.target.clone())
    }

    /// The same of the room's window, where a wall was hung for it.
    pub fn take_wall(&mut self) -> Option<Image> {
        self.shoot(self.wall.clone()?)
    }

    fn shoot(&mut self, target: Handle<Image>) -> Option<Image> {
        self.app.world_mut().resource_mut::<Taken>().0 = None;
        self.app.world_mut().spawn(Screenshot::image(target)).observe(
            |shot: On<ScreenshotCaptured>, mut taken: ResMut<Taken>| {
                taken.0 = Some(shot.image.clone());
            },
        );
        for _ in 0..WAIT {
            self.app.update();
            if let Some(image) = self.app.world_mut().resource_mut::<Taken>().0.take() {
                return Some(image);
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        None
    }
}

/// Something of this size to draw on, and to take pictures of.
fn canvas(app: &mut App, width: u32, height: u32) -> Handle<Image> {
    let mut image = Image::new_target_texture(width, height, TextureFormat::Rgba8UnormSrgb, None);
    image.texture_descriptor.usage |= TextureUsages::COPY_SRC;
    app.world_mut().resource_mut::<Assets<Image>>().add(image)
}
