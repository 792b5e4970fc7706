//! Three sets of colours, warm paper, warm night and black on white, and the contrast they keep.

/// Red, green and blue, 0..=255 each.
type Rgb = [u8; 3];

/// A colour for every purpose.
#[derive(Debug)]
pub(super) struct Palette {
    pub(super) paper: Rgb,
    pub(super) panel: Rgb,
    pub(super) raised: Rgb,
    pub(super) hovered: Rgb,
    pub(super) pressed: Rgb,
    pub(super) line: Rgb,
    pub(super) groove: Rgb,
    pub(super) ink: Rgb,
    pub(super) ink_soft: Rgb,
    pub(super) primary: Rgb,
    pub(super) on_primary: Rgb,
    pub(super) mine: Rgb,
    pub(super) mine_edge: Rgb,
    pub(super) inside: Rgb,
    pub(super) anger: Rgb,
    pub(super) trust: Rgb,
    pub(super) cue: Rgb,
    pub(super) reference: Rgb,
    pub(super) focus: Rgb,
    pub(super) backdrop: Rgb,
    /// How much is taken from a page that something lies over, in hundredths: a dark page has less to lose.
    pub(super) veil: u8,
    /// In the order of `Skill::ALL`.
    pub(super) skills: [Rgb; 3],
}

/// Dark ink on warm paper.
pub(super) const LIGHT: Palette = Palette {
    paper: [0xF5, 0xEE, 0xE2],
    panel: [0xFD, 0xF9, 0xF1],
    raised: [0xFF, 0xFF, 0xFF],
    hovered: [0xF1, 0xF6, 0xF3],
    pressed: [0xDF, 0xEA, 0xE6],
    line: [0xDD, 0xD0, 0xBB],
    groove: [0xDD, 0xD0, 0xBB],
    ink: [0x2B, 0x27, 0x33],
    ink_soft: [0x62, 0x5A, 0x62],
    primary: [0x2A, 0x5B, 0x5E],
    on_primary: [0xFF, 0xFF, 0xFF],
    mine: [0xDC, 0xE9, 0xE4],
    mine_edge: [0xDC, 0xE9, 0xE4],
    inside: [0xE6, 0xEA, 0xF3],
    anger: [0xB0, 0x42, 0x24],
    trust: [0x29, 0x6C, 0x60],
    cue: [0xFB, 0xE2, 0x9F],
    reference: [0x8A, 0x5A, 0x00],
    focus: [0x2E, 0x56, 0xB0],
    backdrop: [0xE9, 0xDC, 0xC6],
    veil: 62,
    skills: [[0x39, 0x55, 0x92], [0xA6, 0x45, 0x22], [0x29, 0x6C, 0x60]],
};

/// Light ink on warm night.
pub(super) const DARK: Palette = Palette {
    paper: [0x1C, 0x1A, 0x21],
    panel: [0x26, 0x23, 0x2C],
    raised: [0x31, 0x2D, 0x39],
    hovered: [0x3B, 0x39, 0x46],
    pressed: [0x2C, 0x45, 0x43],
    line: [0x4A, 0x44, 0x54],
    groove: [0x4A, 0x44, 0x54],
    ink: [0xF4, 0xEC, 0xDF],
    ink_soft: [0xC2, 0xB8, 0xAC],
    primary: [0x8F, 0xC7, 0xBF],
    on_primary: [0x10, 0x22, 0x20],
    mine: [0x2B, 0x47, 0x43],
    mine_edge: [0x2B, 0x47, 0x43],
    inside: [0x2C, 0x33, 0x48],
    anger: [0xF2, 0x99, 0x79],
    trust: [0x86, 0xCB, 0xB5],
    cue: [0x5E, 0x4A, 0x17],
    reference: [0xEB, 0xC2, 0x75],
    focus: [0xFF, 0xD2, 0x6B],
    backdrop: [0x38, 0x33, 0x3F],
    veil: 86,
    skills: [[0xA9, 0xBD, 0xF0], [0xF2, 0x99, 0x79], [0x86, 0xCB, 0xB5]],
};

/// Black ink on white paper, with firm lines around everything.
pub(super) const CONTRAST: Palette = Palette {
    paper: [0xFF, 0xFF, 0xFF],
    panel: [0xFF, 0xFF, 0xFF],
    raised: [0xFF, 0xFF, 0xFF],
    hovered: [0xE8, 0xF0, 0xFA],
    pressed: [0xD5, 0xE3, 0xF5],
    line: [0x5A, 0x5A, 0x5A],
    groove: [0xD2, 0xD2, 0xD2],
    ink: [0x00, 0x00, 0x00],
    ink_soft: [0x2E, 0x2E, 0x2E],
    primary: [0x00, 0x3A, 0x46],
    on_primary: [0xFF, 0xFF, 0xFF],
    mine: [0xE3, 0xF1, 0xEC],
    mine_edge: [0x00, 0x3A, 0x46],
    inside: [0xEA, 0xEE, 0xFA],
    anger: [0x8E, 0x1A, 0x00],
    trust: [0x00, 0x4D, 0x3B],
    cue: [0xFF, 0xE0, 0x57],
    reference: [0x6B, 0x3F, 0x00],
    focus: [0x00, 0x33, 0xCC],
    backdrop: [0xE6, 0xE6, 0xE6],
    veil: 72,
    skills: [[0x1B, 0x38, 0x85], [0x8E, 0x1A, 0x00], [0x00, 0x4D, 0x3B]],
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(rgb: Rgb) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(rgb[0]) + 0.7152 * channel(rgb[1]) + 0.0722 * channel(rgb[2])
    }

    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn high_contrast_is_higher_than_is_asked_of_the_others() {
        for ground in
            [CONTRAST.paper, CONTRAST.hovered, CONTRAST.pressed, CONTRAST.mine, CONTRAST.inside]
        {
            for ink in [CONTRAST.ink, CONTRAST.ink_soft, CONTRAST.anger, CONTRAST.trust] {
                assert!(contrast(ink, ground) >= 7.0, "{ink:?} on {ground:?}");
            }
        }
        assert!(contrast(CONTRAST.line, CONTRAST.paper) >= 4.5, "lines");
        assert!(contrast(CONTRAST.mine_edge, CONTRAST.paper) >= 4.5, "the edge of one's own words");
    }

    #[test]
    fn text_can_be_read_on_everything_it_stands_on() {
        for (name, palette) in [("light", &LIGHT), ("dark", &DARK), ("contrast", &CONTRAST)] {
            let grounds = [
                palette.paper,
                palette.panel,
                palette.raised,
                palette.hovered,
                palette.pressed,
                palette.mine,
                palette.inside,
            ];
            for ground in grounds {
                for ink in [palette.ink, palette.ink_soft] {
                    assert!(
                        contrast(ink, ground) >= 4.5,
                        "{name}: {ink:?} on {ground:?} is {}",
                        contrast(ink, ground)
                    );
                }
            }
            assert!(contrast(palette.ink, palette.cue) >= 4.5, "{name}: ink on cue");
            assert!(contrast(palette.primary, palette.mine) >= 4.5, "{name}: primary on mine");
            assert!(contrast(palette.on_primary, palette.primary) >= 4.5, "{name}: on primary");
            for coloured in palette.skills.into_iter().chain([palette.anger, palette.trust]) {
                for ground in [palette.paper, palette.panel, palette.raised] {
                    assert!(
                        contrast(coloured, ground) >= 4.5,
                        "{name}: {coloured:?} on {ground:?}"
                    );
                }
            }
            // How far a bar is filled can be seen.
            for coloured in palette.skills.into_iter().chain([palette.anger, palette.trust]) {
                assert!(contrast(coloured, palette.groove) >= 3.0, "{name}: {coloured:?} in a bar");
            }
            // The reference route's line, and the sign at its beats.
            for ground in [palette.paper, palette.panel, palette.raised] {
                assert!(contrast(palette.reference, ground) >= 4.5, "{name}: {ground:?}");
            }
            // The ring stands off from what it surrounds, so it is seen against what the button lies on.
            for ground in [palette.paper, palette.panel, palette.raised] {
                assert!(contrast(palette.focus, ground) >= 3.0, "{name}: focus on {ground:?}");
            }
        }
    }
}
