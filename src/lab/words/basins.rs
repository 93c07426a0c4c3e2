//! Which valley every start comes to.

pub(in crate::lab) const ONE_PARAMETER: &str = "With one parameter the map is a curve: choose a cost with two or more to see which valley each start comes to.";

/// The map where its colours are those of basins.
pub(in crate::lab) const ON_MAP: &str = "The colour of a place tells which valley a walk from there comes to; the paler, the more steps.";

/// What to look at, or how far the map is, whose edges may be sharp before; `valleys` is how many
/// hold some starts.
pub(in crate::lab) fn caption(
    [done, all]: [usize; 2],
    is_sharp: bool,
    [columns, rows]: [usize; 2],
    alpha: &str,
    valleys: usize,
) -> String {
    if done < all {
        let filled = match is_sharp {
            true => " Starts amid walks that end alike have their colour until they are walked.",
            false => "",
        };
        return format!(
            "Walking from {columns} × {rows} starts: {} % done.{filled}",
            done * 100 / all
        );
    }
    let look = match valleys {
        0 => "No start comes to rest in a valley.",
        1 => "All starts that come to rest in a valley reach the same one.",
        _ => {
            "A start has the colour of the valley its walk comes to; lines run where two basins meet."
        }
    };
    format!(
        "{columns} × {rows} starts, each walked to its end with α {alpha}. {look} The paler a start, the more steps it takes."
    )
}
