use super::super::session::Session;
use super::super::setting::Key;

/// From where the hill is seen if the setting `camera` does not say.
const CAMERA: [f64; 2] = [-35.0, 40.0];
/// The lowest and the highest place to see the hill from, in degrees above the floor:
/// lower, near ground hides all that is behind it.
const TILTS: [f64; 2] = [10.0, 90.0];

impl Session {
    /// From where the hill is seen: degrees turned, from -180 to 180, and degrees above
    /// the floor, from 10 to 90.
    pub fn camera(&self) -> [f64; 2] {
        let [turn, tilt] = match self.given().numbers(Key::Camera) {
            Some(&[turn, tilt]) => [turn, tilt],
            _ => CAMERA,
        };
        let turn = turn % 360.0;
        let turn = match turn {
            _ if turn > 180.0 => turn - 360.0,
            _ if turn < -180.0 => turn + 360.0,
            _ => turn,
        };
        [turn, tilt.clamp(TILTS[0], TILTS[1])]
    }
}
