// One face per node, computed per pixel from action units and a look.
//
// p is in units of half the node's width, y up, the face's centre near the origin. Colours are written in sRGB
// and turned linear at the end. Shapes are signed distances, so that edges are smooth at every size.

#import bevy_ui::ui_vertex_output::UiVertexOutput

struct Face {
    brows: vec4<f32>,    // inner, outer, one side, frown
    eyes: vec4<f32>,     // wide, tight, shut, cheeks
    mouth: vec4<f32>,    // smile, sag, press, open
    pose: vec4<f32>,     // gaze x, gaze y, tilt, nod
    rest: vec4<f32>,     // wrinkle, chin, flush, breath
    look: vec4<f32>,     // hair, dress, glasses, age / 90
    skin: vec4<f32>,
    hair: vec4<f32>,
    cloth: vec4<f32>,
    backdrop: vec4<f32>, // a = 0: nobody
    place: vec4<f32>,    // 0 nowhere, 1 phone, 2 visit, 3 counter, 4 chat, 5 mail, 6 internal
}
@group(1) @binding(0) var<uniform> face: Face;

fn ellipse(p: vec2<f32>, r: vec2<f32>) -> f32 {
    let k0 = length(p / r);
    let k1 = length(p / (r * r));
    return k0 * (k0 - 1.0) / max(k1, 1e-5);
}

fn box_round(p: vec2<f32>, half: vec2<f32>, r: f32) -> f32 {
    let q = abs(p) - half + r;
    return length(max(q, vec2(0.0))) + min(max(q.x, q.y), 0.0) - r;
}

fn segment(p: vec2<f32>, a: vec2<f32>, b: vec2<f32>) -> f32 {
    let pa = p - a;
    let ba = b - a;
    return length(pa - ba * clamp(dot(pa, ba) / dot(ba, ba), 0.0, 1.0));
}

// Distance to a quadratic curve through its three control points, in short straight pieces.
fn curve(p: vec2<f32>, a: vec2<f32>, b: vec2<f32>, c: vec2<f32>) -> f32 {
    var d = 1e9;
    var last = a;
    for (var i = 1; i <= 10; i = i + 1) {
        let t = f32(i) / 10.0;
        let q = mix(mix(a, b, t), mix(b, c, t), t);
        d = min(d, segment(p, last, q));
        last = q;
    }
    return d;
}

fn smooth_union(a: f32, b: f32, k: f32) -> f32 {
    let h = clamp(0.5 + 0.5 * (b - a) / k, 0.0, 1.0);
    return mix(b, a, h) - k * h * (1.0 - h);
}

fn turned(p: vec2<f32>, angle: f32) -> vec2<f32> {
    let c = cos(angle);
    let s = sin(angle);
    return vec2(c * p.x + s * p.y, -s * p.x + c * p.y);
}

// A lens between two arcs: the opening of an eye, `up` and `down` high at the middle.
fn lens(p: vec2<f32>, half: f32, up: f32, down: f32) -> f32 {
    let x = clamp(p.x / half, -1.0, 1.0);
    let bow = 1.0 - x * x;
    let top = p.y - up * bow;
    let bottom = -p.y - down * bow;
    return max(max(top, bottom), abs(p.x) - half);
}

fn paint(under: vec3<f32>, color: vec3<f32>, cover: f32) -> vec3<f32> {
    return mix(under, color, clamp(cover, 0.0, 1.0));
}

// The outline of the head: a round skull and a narrower jaw, the jaw sinking as the mouth opens.
fn head_shape(p: vec2<f32>, jaw: f32) -> f32 {
    let skull = ellipse(p - vec2(0.0, 0.10), vec2(0.440, 0.485));
    let chin = ellipse(p - vec2(0.0, -0.235 - jaw), vec2(0.300, 0.300));
    return smooth_union(skull, chin, 0.20);
}

fn telephone(p: vec2<f32>, under: vec3<f32>, px: f32) -> vec3<f32> {
    var col = under;
    let ink = face.skin.rgb;
    let base = box_round(p - vec2(0.0, -0.28), vec2(0.42, 0.17), 0.09);
    let neck = box_round(p - vec2(0.0, -0.08), vec2(0.22, 0.10), 0.04);
    col = paint(col, ink, smoothstep(px, -px, smooth_union(base, neck, 0.08)) * 0.55);
    col = paint(col, face.backdrop.rgb, smoothstep(px, -px, ellipse(p - vec2(0.0, -0.24), vec2(0.11, 0.11))));
    let bar = curve(p, vec2(-0.40, 0.06), vec2(0.0, 0.24), vec2(0.40, 0.06)) - 0.075;
    let ends = min(ellipse(p - vec2(-0.40, 0.01), vec2(0.13, 0.10)), ellipse(p - vec2(0.40, 0.01), vec2(0.13, 0.10)));
    col = paint(col, ink, smoothstep(px, -px, min(bar, ends)) * 0.8);
    return col;
}

// Someone of whom nothing is known: head and shoulders.
fn outline(p: vec2<f32>, under: vec3<f32>, px: f32) -> vec3<f32> {
    let head = ellipse(p - vec2(0.0, 0.16), vec2(0.34, 0.40));
    let trunk = ellipse(p - vec2(0.0, -1.10), vec2(0.72, 0.66));
    return paint(under, face.skin.rgb, smoothstep(px, -px, min(head, trunk)) * 0.55);
}

// Where one meets: nothing but rings of sound on the telephone, a wall with a window and a floor on a visit, shelves
// behind a counter, and blinds and notes among colleagues. All of it in the ground's own colour, a little off.
fn room(p: vec2<f32>, under: vec3<f32>, px: f32, kind: i32) -> vec3<f32> {
    var col = under;
    let ground = face.backdrop.rgb;
    let bright = dot(ground, vec3(0.30, 0.59, 0.11));
    let dark = mix(ground, vec3(0.16, 0.11, 0.12), 0.22);
    let faint = mix(ground, vec3(0.16, 0.11, 0.12), 0.11);
    let lit = mix(ground, vec3(1.0), 0.10 + 0.55 * bright);
    if (kind == 1) {
        for (var i = 0; i < 3; i = i + 1) {
            let ring = abs(length(p - vec2(0.0, 0.10)) - 0.78 - 0.19 * f32(i)) - 0.006;
            col = paint(col, dark, smoothstep(px, -px, ring) * (0.55 - 0.15 * f32(i)));
        }
    } else if (kind == 2) {
        let floor_ = p.y + 0.46;
        col = paint(col, faint, smoothstep(px, -px, floor_));
        col = paint(col, dark, smoothstep(px, -px, abs(floor_) - 0.012));
        let glass = box_round(p - vec2(0.82, 0.42), vec2(0.34, 0.44), 0.02);
        col = paint(col, lit, smoothstep(px, -px, glass));
        let bars = min(abs(p.x - 0.82), abs(p.y - 0.42)) - 0.010;
        col = paint(col, dark, smoothstep(px, -px, max(min(abs(glass), bars) - 0.008, glass - 0.012)));
        let picture = box_round(p - vec2(-0.86, 0.52), vec2(0.22, 0.28), 0.01);
        col = paint(col, lit, smoothstep(px, -px, picture) * 0.6);
        col = paint(col, dark, smoothstep(px, -px, abs(picture) - 0.014));
    } else if (kind == 3) {
        for (var i = 0; i < 3; i = i + 1) {
            let y = 0.86 - 0.52 * f32(i);
            col = paint(col, dark, smoothstep(px, -px, abs(p.y - y) - 0.018));
            let cell = (p.x + 0.11 * f32(i)) * 4.2;
            let high = 0.16 + 0.09 * sin(floor(cell) * 2.3 + f32(i) * 1.7);
            let thing = max(abs(fract(cell) - 0.5) / 4.2 - 0.085, abs(p.y - y - 0.018 - high * 0.5) - high * 0.5);
            col = paint(col, faint, smoothstep(px, -px, thing));
        }
    } else if (kind == 6) {
        let slat = abs(fract(p.x * 5.0) - 0.5) / 5.0 - 0.007;
        col = paint(col, dark, smoothstep(px, -px, slat) * 0.5 * smoothstep(-0.30, -0.29, p.y));
        col = paint(col, faint, smoothstep(px, -px, p.y + 0.30));
        let note = min(box_round(p - vec2(-0.86, 0.44), vec2(0.13, 0.15), 0.01), box_round(p - vec2(0.86, 0.60), vec2(0.12, 0.12), 0.01));
        col = paint(col, lit, smoothstep(px, -px, note));
        col = paint(col, dark, smoothstep(px, -px, abs(note) - 0.008));
    }
    return col;
}

// What stands between the two: the top of a counter.
fn before(p: vec2<f32>, under: vec3<f32>, px: f32) -> vec3<f32> {
    let wood = mix(face.backdrop.rgb, vec3(0.42, 0.26, 0.16), 0.62);
    var col = paint(under, wood, smoothstep(px, -px, p.y + 0.88));
    col = paint(col, mix(wood, vec3(1.0), 0.22), smoothstep(px, -px, abs(p.y + 0.90) - 0.022));
    return paint(col, wood * 0.72, smoothstep(px, -px, abs(p.y + 0.98) - 0.012));
}

fn clothes(p: vec2<f32>, under: vec3<f32>, px: f32, skin: vec3<f32>) -> vec3<f32> {
    var col = under;
    let dress = i32(face.look.y + 0.5);
    let cloth = face.cloth.rgb;
    let shirt = vec3(0.975, 0.965, 0.95);
    let trunk = smooth_union(ellipse(p - vec2(0.0, -1.50), vec2(0.80, 0.72)), ellipse(p - vec2(0.0, -1.05), vec2(0.46, 0.26)), 0.22);
    let inside = smoothstep(px, -px, trunk);
    // What is worn below shows in the opening, which is a wedge down from the neck.
    let opening = abs(p.x) - 0.195 - (p.y + 0.78) * 0.34;
    let top_edge = smoothstep(px, -px, max(opening, trunk));
    var body = cloth;
    body = body * (1.0 - 0.10 * smoothstep(-0.9, -1.5, p.y));
    col = paint(col, body, inside);
    if (dress == 4) {
        // An apron over a light shirt: straps and a bib.
        col = paint(col, vec3(0.93, 0.90, 0.84), inside);
        let bib = max(abs(p.x) - 0.36, p.y + 1.08);
        let strap = abs(abs(p.x) - 0.33) - 0.055;
        col = paint(col, cloth, smoothstep(px, -px, max(min(bib, strap), trunk)));
    } else if (dress == 3) {
        // A shirt with its collar open.
        let collar_l = max(segment(p, vec2(-0.20, -0.76), vec2(-0.06, -1.00)) - 0.065, trunk - 0.04);
        let collar_r = max(segment(p, vec2(0.20, -0.76), vec2(0.06, -1.00)) - 0.065, trunk - 0.04);
        let neckline = max(abs(p.x) - 0.13 - (p.y + 0.90) * 0.55, -(p.y + 1.05));
        col = paint(col, skin * 0.95, smoothstep(px, -px, max(neckline, trunk)));
        col = paint(col, body * 1.10, smoothstep(px, -px, min(collar_l, collar_r)));
        col = paint(col, body * 0.80, smoothstep(px, -px, abs(p.x) - 0.006) * step(p.y, -1.05) * inside);
    } else {
        let under_cloth = select(shirt, vec3(0.90, 0.86, 0.80), dress == 1);
        col = paint(col, under_cloth, top_edge);
        if (dress == 1) {
            let scoop = ellipse(p - vec2(0.0, -0.74), vec2(0.205, 0.20));
            col = paint(col, skin * 0.97, smoothstep(px, -px, max(scoop, trunk)));
        } else {
            let scoop = max(abs(p.x) - 0.115 - (p.y + 0.86) * 0.75, -(p.y + 0.95));
            col = paint(col, skin * 0.95, smoothstep(px, -px, max(scoop, trunk)) * f32(dress != 0));
            let collar = min(segment(p, vec2(-0.185, -0.76), vec2(-0.06, -0.93)), segment(p, vec2(0.185, -0.76), vec2(0.06, -0.93))) - 0.052;
            col = paint(col, shirt * 0.985, smoothstep(px, -px, collar));
            col = paint(col, shirt * 0.80, smoothstep(px * 1.5, 0.0, abs(collar) - 0.003) * 0.35);
        }
        if (dress == 0) {
            let knot = max(abs(p.x) - 0.055 + (p.y + 0.88) * 0.25, abs(p.y + 0.915) - 0.055);
            let tie = max(abs(p.x) - 0.035 + (p.y + 0.95) * 0.10, p.y + 0.95);
            col = paint(col, vec3(0.55, 0.23, 0.22), smoothstep(px, -px, max(min(knot, tie), opening)));
        }
        // Lapels.
        let edge = abs(opening) - 0.008;
        col = paint(col, body * 0.78, smoothstep(px, -px, edge) * inside * step(p.y, -0.80));
    }
    return col;
}

// Hair that hangs behind the head.
fn hair_behind(p: vec2<f32>) -> f32 {
    let kind = i32(face.look.x + 0.5);
    if (kind == 0) {
        return smooth_union(ellipse(p - vec2(0.0, 0.14), vec2(0.505, 0.535)), box_round(p - vec2(0.0, -0.20), vec2(0.500, 0.27), 0.18), 0.12);
    }
    if (kind == 1) {
        return smooth_union(ellipse(p - vec2(0.0, 0.13), vec2(0.525, 0.56)), box_round(p - vec2(0.0, -0.50), vec2(0.54, 0.56), 0.24), 0.16);
    }
    if (kind == 2) {
        let bun = ellipse(p - vec2(0.05, 0.70), vec2(0.20, 0.17));
        return smooth_union(ellipse(p - vec2(0.0, 0.14), vec2(0.49, 0.53)), bun, 0.06);
    }
    if (kind == 3) {
        return ellipse(p - vec2(0.0, 0.20), vec2(0.485, 0.50));
    }
    return ellipse(p - vec2(0.0, 0.16), vec2(0.465, 0.475));
}

// Hair in front of the forehead: what is left of the scalp when the face is cut out.
fn hair_front(p: vec2<f32>, head: f32) -> f32 {
    let kind = i32(face.look.x + 0.5);
    let scalp = smooth_union(ellipse(p - vec2(0.0, 0.17), vec2(0.475, 0.470)), head - 0.03, 0.02);
    if (kind == 0) {
        // A fringe, swept to one side.
        let window = smooth_union(ellipse(p - vec2(0.07, -0.16), vec2(0.355, 0.530)), ellipse(p - vec2(-0.16, -0.20), vec2(0.265, 0.500)), 0.03);
        return max(max(scalp, -window), -(p.y + 0.36));
    }
    if (kind == 1) {
        let window = smooth_union(ellipse(p - vec2(0.17, -0.12), vec2(0.29, 0.52)), ellipse(p - vec2(-0.15, -0.14), vec2(0.27, 0.50)), 0.02);
        return max(max(scalp, -window), -(p.y + 0.30));
    }
    if (kind == 2) {
        let window = smooth_union(ellipse(p - vec2(-0.07, -0.14), vec2(0.40, 0.555)), ellipse(p - vec2(0.22, -0.16), vec2(0.22, 0.46)), 0.05);
        return max(max(scalp, -window), -(p.y - 0.02));
    }
    if (kind == 3) {
        let window = smooth_union(ellipse(p - vec2(0.10, -0.20), vec2(0.395, 0.585)), ellipse(p - vec2(-0.22, -0.22), vec2(0.21, 0.52)), 0.04);
        return max(max(scalp, -window), -(p.y - 0.03));
    }
    if (kind == 4) {
        let window = ellipse(p - vec2(0.0, -0.22), vec2(0.445, 0.640));
        return max(max(scalp, -window), -(p.y - 0.06));
    }
    let window = smooth_union(ellipse(p - vec2(0.0, -0.12), vec2(0.36, 0.66)), ellipse(p - vec2(0.0, 0.36), vec2(0.385, 0.26)), 0.10);
    return max(max(scalp, -window), -(p.y - 0.05));
}

fn eye(p: vec2<f32>, under: vec3<f32>, px: f32, side: f32, skin: vec3<f32>) -> vec3<f32> {
    var col = under;
    let wide = face.eyes.x;
    let tight = face.eyes.y;
    let shut = face.eyes.z;
    let cheeks = face.eyes.w;
    let open = 1.0 - shut;
    let up = (0.066 + 0.034 * wide - 0.020 * tight - 0.012 * cheeks) * open + 0.002;
    let down = (0.046 - 0.016 * tight - 0.024 * cheeks) * open + 0.002;
    // The outer corner lies a little higher.
    let e = turned(vec2(p.x * side, p.y), 0.06);
    let half = 0.112;
    let gap = lens(e, half, up, down);
    col = paint(col, vec3(0.985, 0.975, 0.965), smoothstep(px, -px, gap));
    let gaze = vec2(face.pose.x * 0.040 * side, face.pose.y * 0.022 + 0.004);
    let iris = length(e - gaze) - 0.056;
    col = paint(col, vec3(0.27, 0.17, 0.13), smoothstep(px, -px, max(iris, gap)));
    let pupil = length(e - gaze) - 0.028;
    col = paint(col, vec3(0.07, 0.05, 0.06), smoothstep(px, -px, max(pupil, gap)));
    let glint = length(e - gaze - vec2(0.018 * side, 0.022)) - 0.013;
    col = paint(col, vec3(1.0), smoothstep(px, -px, max(glint, gap)) * 0.95);
    // The upper lid throws a shadow on the eye, and carries the lashes.
    let shade = smoothstep(0.030, 0.0, up * (1.0 - (e.x / half) * (e.x / half)) - e.y);
    col = paint(col, vec3(0.35, 0.24, 0.24), smoothstep(px, -px, gap) * shade * 0.35);
    let lash = curve(e, vec2(-half, 0.0), vec2(0.0, up * 2.0), vec2(half * 1.06, 0.004)) - mix(0.011, 0.014, shut);
    col = paint(col, vec3(0.16, 0.11, 0.12), smoothstep(px, -px, lash));
    let lower = curve(e, vec2(-half * 0.8, -0.004), vec2(0.0, -down * 2.0), vec2(half * 0.9, -0.002)) - 0.0035;
    col = paint(col, skin * 0.62, smoothstep(px, -px, lower) * 0.55);
    // The fold above, and what age and a smile write beside the eye.
    let fold = curve(e, vec2(-half * 0.75, up + 0.018), vec2(0.0, up * 2.0 + 0.026), vec2(half * 0.95, up * 0.6 + 0.020)) - 0.0035;
    col = paint(col, skin * 0.66, smoothstep(px, -px, fold) * 0.6 * open);
    let age = smoothstep(0.40, 0.75, face.look.w);
    let foot = min(segment(e, vec2(0.135, 0.010), vec2(0.185, 0.030)), segment(e, vec2(0.137, -0.012), vec2(0.188, -0.016))) - 0.004;
    col = paint(col, skin * 0.72, smoothstep(px, -px, foot) * clamp(age * 0.7 + cheeks * 0.6, 0.0, 0.8));
    let bag = curve(e, vec2(-0.08, -0.075), vec2(0.01, -0.115 + 0.02 * cheeks), vec2(0.10, -0.066)) - 0.004;
    col = paint(col, skin * 0.74, smoothstep(px * 1.5, -px, bag) * clamp(0.15 + age * 0.6 + cheeks * 0.35, 0.0, 0.7));
    return col;
}

fn brow(p: vec2<f32>, under: vec3<f32>, px: f32, side: f32) -> vec3<f32> {
    let inner = face.brows.x;
    let frown = face.brows.w;
    let outer = clamp(face.brows.y + face.brows.z * step(0.0, side), 0.0, 1.0);
    let b = vec2(p.x * side, p.y);
    // A doubting brow rises as a whole.
    let one = 0.050 * face.brows.z * step(0.0, side);
    let a = vec2(0.090 - 0.028 * frown, 0.178 + 0.068 * inner - 0.078 * frown + 0.015 * outer + one * 0.6);
    let m = vec2(0.200, 0.222 + 0.055 * outer + 0.018 * inner - 0.046 * frown + one);
    let c = vec2(0.325, 0.176 + 0.050 * outer - 0.030 * inner + 0.018 * frown + one * 0.8);
    let along = clamp((b.x - a.x) / (c.x - a.x), 0.0, 1.0);
    let thick = mix(0.021, 0.008, along * along);
    let d = curve(b, a, m, c) - thick;
    let grey = mix(face.hair.rgb, vec3(0.20, 0.16, 0.16), 0.40);
    return paint(under, grey, smoothstep(px, -px, d) * 0.95);
}

fn mouth(p: vec2<f32>, under: vec3<f32>, px: f32, skin: vec3<f32>) -> vec3<f32> {
    var col = under;
    let smile = face.mouth.x;
    let sag = face.mouth.y;
    let press = face.mouth.z;
    let open = face.mouth.w;
    let chin = face.rest.y;
    let lift = 0.006 + 0.066 * smile - 0.050 * sag;
    let half = 0.150 + 0.038 * smile - 0.016 * press - 0.012 * open;
    let y = -0.300;
    let corner = y + lift;
    let gape = 0.105 * open;
    // The line where the lips meet; the lower lip sinks as they part.
    let top_mid = vec2(0.0, y - 0.5 * lift + 0.012 + 0.010 * chin);
    let low_mid = vec2(0.0, y - 0.9 * lift - gape * 1.6 + 0.010 * chin);
    let lip = mix(skin, vec3(0.74, 0.34, 0.33), 0.62);
    let full = 1.0 - 0.65 * press;
    let upper = curve(p, vec2(-half * 0.86, corner + 0.004), top_mid + vec2(0.0, 0.020 * full), vec2(half * 0.86, corner + 0.004)) - 0.015 * full;
    let lower = curve(p, vec2(-half * 0.70, corner - 0.012), low_mid + vec2(0.0, -0.036 * full), vec2(half * 0.70, corner - 0.012)) - 0.021 * full;
    col = paint(col, lip * 0.97, smoothstep(px, -px, upper) * 0.75);
    col = paint(col, lip, smoothstep(px, -px, lower) * 0.75);
    if (open > 0.01) {
        let x = clamp(p.x / half, -1.0, 1.0);
        let bow = 1.0 - x * x;
        let ceiling = mix(corner, top_mid.y, bow);
        let floor_ = mix(corner, mix(y, low_mid.y, 1.0), bow);
        let hole = max(max(p.y - ceiling, floor_ - p.y), abs(p.x) - half);
        col = paint(col, vec3(0.34, 0.10, 0.11), smoothstep(px, -px, hole));
        let teeth = max(hole + 0.004, (ceiling - 0.030) - p.y);
        col = paint(col, vec3(0.97, 0.95, 0.92), smoothstep(px, -px, teeth) * 0.9);
    }
    let seam = curve(p, vec2(-half, corner), top_mid, vec2(half, corner)) - (0.0085 + 0.003 * press);
    col = paint(col, vec3(0.42, 0.17, 0.17), smoothstep(px, -px, seam) * (1.0 - 0.6 * smoothstep(0.1, 0.4, open)));
    // The corners: a dimple when they rise, a tuck when they sag or press.
    let tuck = min(length(p - vec2(-half - 0.006, corner)), length(p - vec2(half + 0.006, corner))) - 0.012;
    col = paint(col, skin * 0.68, smoothstep(px * 2.0, -px, tuck) * clamp(0.25 + 0.5 * smile + 0.4 * press + 0.3 * sag, 0.0, 0.8));
    let below = curve(p, vec2(-0.050, -0.425), vec2(0.0, -0.415 + 0.018 * chin), vec2(0.050, -0.425)) - 0.006;
    col = paint(col, skin * 0.84, smoothstep(px * 2.0, -px, below) * (0.25 + 0.5 * chin));
    return col;
}

fn glasses(p: vec2<f32>, under: vec3<f32>, px: f32) -> vec3<f32> {
    var col = under;
    // Low enough on the nose to leave the brows in sight.
    let l = box_round(p - vec2(-0.205, 0.032), vec2(0.165, 0.112), 0.080);
    let r = box_round(p - vec2(0.205, 0.032), vec2(0.165, 0.112), 0.080);
    let lens_ = min(l, r);
    col = paint(col, vec3(1.0), smoothstep(px, -px, lens_) * 0.10);
    let rim = abs(lens_) - 0.010;
    let bridge = curve(p, vec2(-0.045, 0.075), vec2(0.0, 0.105), vec2(0.045, 0.075)) - 0.009;
    let arms = min(segment(p, vec2(-0.37, 0.080), vec2(-0.46, 0.10)), segment(p, vec2(0.37, 0.080), vec2(0.46, 0.10))) - 0.010;
    return paint(col, vec3(0.24, 0.19, 0.20), smoothstep(px, -px, min(min(rim, bridge), arms)));
}

@fragment
fn fragment(in: UiVertexOutput) -> @location(0) vec4<f32> {
    let s = min(in.size.x, in.size.y * 0.86);
    var p = (in.uv - 0.5) * in.size / s * 2.0;
    p.y = -p.y;
    let px = 1.6 / s;
    // The frame: a rounded picture with light from above.
    let frame_p = (in.uv - 0.5) * in.size;
    let frame = box_round(frame_p, in.size * 0.5 - 1.0, s * 0.09);
    let place = i32(face.place.x + 0.5);
    // Who writes is seen as a small round picture only.
    let circle = length(frame_p) - min(in.size.x, in.size.y) * 0.5 + 1.0;
    let alpha = smoothstep(0.7, -0.7, select(frame, circle, place == 4 || place == 5));
    var col = face.backdrop.rgb;
    // A glow behind the head, fainter in the dark.
    let glow = 0.05 + 0.34 * dot(face.backdrop.rgb, vec3(0.30, 0.59, 0.11));
    col = paint(col, mix(face.backdrop.rgb, vec3(1.0), glow), 1.0 - smoothstep(0.10, 1.15, length(p - vec2(0.0, 0.12))));
    col = room(p, col, px, place);
    if (face.backdrop.a < 0.5) {
        if (place <= 1) {
            col = telephone(p, col, px);
        } else {
            col = outline(p, col, px);
        }
        if (place == 3) {
            col = before(p, col, px);
        }
        return vec4(pow(col, vec3(2.2)), alpha);
    }
    // Who stands before one is nearer than who is only heard.
    let here = p;
    if (place == 2) {
        p = (p - vec2(0.0, -0.08)) / 1.16;
    } else if (place == 3) {
        p = (p - vec2(0.0, 0.06)) / 1.06;
    }

    let flush = face.rest.z;
    let skin = mix(face.skin.rgb, vec3(0.86, 0.40, 0.33), 0.26 * flush);
    let breath = face.rest.w;
    // The head sits a little above the middle; it tilts and nods around the neck.
    var q = p * 1.04 - vec2(0.0, 0.055);
    let shoulders = q - vec2(0.0, 0.010 * breath);
    let nod = face.pose.w;
    var h = turned(q - vec2(0.0, -0.55), face.pose.z * 0.24) + vec2(0.0, -0.55);
    h = h - vec2(0.0, 0.046 * nod + 0.006 * breath);
    let jaw = 0.052 * face.mouth.w;

    let behind = hair_behind(h);
    let hair = face.hair.rgb;
    col = paint(col, hair * 0.86, smoothstep(px, -px, behind));
    // Neck, with the shadow of the chin.
    let neck = max(abs(shoulders.x) - 0.165 - 0.05 * smoothstep(-0.62, -0.85, shoulders.y), shoulders.y + 0.30);
    let throat = smoothstep(px, -px, max(neck, -(shoulders.y + 1.20)));
    col = paint(col, skin * 0.90, throat);
    col = paint(col, skin * 0.70, throat * smoothstep(-0.72, -0.50, shoulders.y) * 0.75);
    col = clothes(shoulders, col, px, skin * 0.94);

    // Ears.
    let ears = min(ellipse(h - vec2(-0.440, 0.020), vec2(0.062, 0.105)), ellipse(h - vec2(0.440, 0.020), vec2(0.062, 0.105)));
    let covered = f32(i32(face.look.x + 0.5) <= 1);
    col = paint(col, skin * 0.93, smoothstep(px, -px, ears) * (1.0 - covered));
    let inner = min(ellipse(h - vec2(-0.445, 0.015), vec2(0.028, 0.060)), ellipse(h - vec2(0.445, 0.015), vec2(0.028, 0.060)));
    col = paint(col, skin * 0.78, smoothstep(px * 2.0, -px, inner) * (1.0 - covered) * 0.7);

    // Head, modelled by a soft light from the upper left.
    let head = head_shape(h, jaw);
    let on_head = smoothstep(px, -px, head);
    let light = clamp(0.5 + 0.55 * (-h.x * 0.55 + h.y * 0.45), 0.0, 1.0);
    let lit = mix(skin * 0.93, min(skin * 1.035, vec3(1.0)), light);
    col = paint(col, lit, on_head);
    let rim_shade = smoothstep(-0.10, 0.0, head) * on_head;
    col = paint(col, skin * 0.84, rim_shade * 0.35);

    // Cheeks: warm always, red when angry.
    for (var i = 0; i < 2; i = i + 1) {
        let side = f32(i) * 2.0 - 1.0;
        let c = (h - vec2(side * 0.255, -0.125 + 0.02 * face.eyes.w)) / vec2(0.155, 0.105);
        let glow = (1.0 - smoothstep(0.0, 1.0, length(c))) * on_head;
        col = paint(col, vec3(0.93, 0.45, 0.38), glow * (0.24 + 0.26 * flush));
    }

    // Lines of the face: from nose to mouth, across the brow, between the brows, across the nose.
    let age = smoothstep(0.35, 0.80, face.look.w);
    let smile = face.mouth.x;
    for (var i = 0; i < 2; i = i + 1) {
        let side = f32(i) * 2.0 - 1.0;
        let f = vec2(h.x * side, h.y);
        let fold = curve(f, vec2(0.100, -0.150), vec2(0.185 + 0.02 * smile, -0.200), vec2(0.205 + 0.03 * smile, -0.305 + 0.03 * smile)) - 0.005;
        let depth = clamp(0.03 + 0.50 * age + 0.30 * max(smile, 0.0) + 0.45 * face.rest.x + 0.12 * face.mouth.y, 0.0, 0.85);
        col = paint(col, skin * 0.70, smoothstep(px * 2.0, -px, fold) * depth * on_head);
        let pinch = segment(f, vec2(0.026, 0.135), vec2(0.034, 0.205)) - 0.006;
        col = paint(col, skin * 0.64, smoothstep(px * 1.5, -px, pinch) * clamp(face.brows.w * 1.1 - 0.15, 0.0, 0.9));
        let crinkle = segment(f, vec2(0.040, 0.025), vec2(0.075, 0.045)) - 0.006;
        col = paint(col, skin * 0.68, smoothstep(px * 2.0, -px, crinkle) * face.rest.x * 0.8);
    }
    let raised = clamp(face.brows.x + face.brows.y * 0.7, 0.0, 1.0);
    for (var i = 0; i < 2; i = i + 1) {
        let y = 0.315 + 0.062 * f32(i);
        let line = curve(h, vec2(-0.185, y), vec2(0.0, y + 0.025), vec2(0.185, y)) - 0.0045;
        col = paint(col, skin * 0.78, smoothstep(px * 2.0, -px, line) * clamp(raised * 0.7 + age * 0.35 - 0.15, 0.0, 0.6) * on_head);
    }

    col = mouth(h - vec2(0.0, -0.35 * jaw), col, px, skin);

    // Nose: its shaded side, tip and wings.
    let ridge = curve(h, vec2(0.030, 0.060), vec2(0.052, -0.060), vec2(0.066, -0.135)) - 0.006;
    col = paint(col, skin * 0.80, smoothstep(px * 3.0, -px, ridge) * 0.42);
    let tip = curve(h, vec2(-0.062, -0.146), vec2(0.0, -0.182 + 0.012 * face.rest.x), vec2(0.062, -0.146)) - 0.0065;
    col = paint(col, skin * 0.62, smoothstep(px, -px, tip) * 0.8);
    let wings = min(length(h - vec2(-0.070, -0.134)), length(h - vec2(0.070, -0.134))) - 0.013;
    col = paint(col, skin * 0.72, smoothstep(px * 2.0, -px, wings) * 0.5);
    let shine = ellipse(h - vec2(-0.012, -0.110), vec2(0.020, 0.030));
    col = paint(col, vec3(1.0, 0.97, 0.93), smoothstep(0.02, -0.02, shine) * 0.30);

    for (var i = 0; i < 2; i = i + 1) {
        let side = f32(i) * 2.0 - 1.0;
        col = eye(h - vec2(side * 0.202, 0.045), col, px, side, skin);
    }

    // Hair in front, with a sheen, then what lies over it.
    let front = hair_front(h, head);
    let on_hair = smoothstep(px, -px, front);
    col = paint(col, hair, on_hair);
    let sheen = smoothstep(0.085, 0.0, abs(length((h - vec2(-0.05, 0.05)) * vec2(1.0, 0.94)) - 0.44));
    col = paint(col, mix(hair, vec3(1.0), 0.22), on_hair * sheen * 0.55 * smoothstep(0.25, 0.45, h.y));
    let strand = 0.5 + 0.5 * sin(atan2(h.y - 0.62, h.x) * 46.0);
    col = paint(col, mix(hair, vec3(1.0), 0.10), on_hair * strand * 0.35 * smoothstep(0.05, 0.40, h.y));
    for (var i = 0; i < 2; i = i + 1) {
        let side = f32(i) * 2.0 - 1.0;
        col = brow(h, col, px, side);
    }
    if (face.look.z > 0.5) {
        col = glasses(h, col, px);
    }
    if (place == 3) {
        col = before(here, col, px);
    }
    return vec4(pow(col, vec3(2.2)), alpha);
}
