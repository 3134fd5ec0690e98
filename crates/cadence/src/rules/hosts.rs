//! The host goes round.

/// Who hosts next: whoever comes in the rota after the one who hosted last, and is here. Somebody who
/// rests or has left the circle is passed over, and nothing is made up for later.
pub fn next_host<P: Copy + PartialEq>(
    rota: &[P],
    last: Option<P>,
    here: impl Fn(P) -> bool,
) -> Option<P> {
    let after = last
        .and_then(|last| rota.iter().position(|one| *one == last))
        .map_or(0, |at| at + 1);
    let round = (0..rota.len()).map(|n| rota[(after + n) % rota.len()]);
    round.into_iter().find(|one| here(*one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_round_and_passes_over_whoever_rests() {
        let rota = ["Bo", "Yuki", "Luz"];
        let all = |_| true;
        assert_eq!(next_host(&rota, None, all), Some("Bo"));
        assert_eq!(next_host(&rota, Some("Bo"), all), Some("Yuki"));
        assert_eq!(next_host(&rota, Some("Luz"), all), Some("Bo"));
        let luz_rests = |one| one != "Luz";
        assert_eq!(next_host(&rota, Some("Yuki"), luz_rests), Some("Bo"));
        // Whoever hosted last and has left the rota.
        assert_eq!(next_host(&rota, Some("Sam"), all), Some("Bo"));
        assert_eq!(next_host(&rota, None, |_| false), None);
        assert_eq!(next_host::<&str>(&[], Some("Bo"), all), None);
    }
}
