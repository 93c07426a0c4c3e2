//! Lines with fewer points.

/// How far a point may lie from the thinned line, in picture pixels, four to a CSS pixel.
const REACH: f64 = 1.5;

/// The SVG with each polyline thinned: its points within reach of the line that the
/// others make are left out.
pub(crate) fn thinned(svg: &str) -> String {
    let lines: Vec<String> = svg.split('\n').map(thinned_line).collect();
    lines.join("\n")
}

fn thinned_line(line: &str) -> String {
    let attribute = " points=\"";
    let found = line
        .find(attribute)
        .filter(|_| line.starts_with("<polyline"));
    let Some(start) = found.map(|at| at + attribute.len()) else {
        return line.to_owned();
    };
    let end = line[start..].find('"').map_or(line.len(), |at| start + at);
    let texts: Vec<&str> = line[start..end].split_whitespace().collect();
    let points: Vec<[f64; 2]> = texts.iter().map(|text| point(text)).collect();
    let mut kept = vec![0];
    keep(&points, 0, points.len() - 1, &mut kept);
    let kept: Vec<&str> = kept.iter().map(|&index| texts[index]).collect();
    format!("{}{}{}", &line[..start], kept.join(" "), &line[end..])
}

fn point(text: &str) -> [f64; 2] {
    let (x, y) = text.split_once(',').expect("two coordinates");
    [x, y].map(|side| side.parse().expect("a number"))
}

/// The points to keep after `first`, up to and with `last`: Douglas and Peucker, "Algorithms for
/// the reduction of the number of points required to represent a digitized line or its
/// caricature", Cartographica 10 (1973), method 2.
fn keep(points: &[[f64; 2]], first: usize, last: usize, kept: &mut Vec<usize>) {
    let far = (first + 1..last)
        .map(|index| (index, distance(points[index], points[first], points[last])))
        .max_by(|one, other| one.1.total_cmp(&other.1))
        .filter(|(_, distance)| *distance > REACH);
    match far {
        Some((middle, _)) => {
            keep(points, first, middle, kept);
            keep(points, middle, last, kept);
        }
        None if last > first => kept.push(last),
        None => {}
    }
}

/// From a point to the line through two others; to the first of them, if they are one.
fn distance(point: [f64; 2], from: [f64; 2], to: [f64; 2]) -> f64 {
    let [along_x, along_y] = [to[0] - from[0], to[1] - from[1]];
    let [x, y] = [point[0] - from[0], point[1] - from[1]];
    let length = along_x.hypot(along_y);
    match length > 0.0 {
        true => (along_x * y - along_y * x).abs() / length,
        false => x.hypot(y),
    }
}
