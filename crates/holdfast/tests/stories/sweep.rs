//! The nightly sweep.

use holdfast::testing::on_both;

#[test]
fn a_clock_set_a_year_back_erases_nothing_and_says_so() {
    on_both(|town| {
        town.until("2026-03-03 23:40");
        assert!(!town.sweep().clock_is_behind);
        let bo = town.as_person("Bo");
        town.set_clock("2025-03-03 12:00");
        let counts = town.sweep();
        assert!(counts.clock_is_behind);
        assert_eq!((counts.erased, counts.keys_destroyed), (0, 0));
        town.set_clock("2026-03-04 12:00");
        bo.get("/today").expect(200);
        assert!(!town.sweep().clock_is_behind);
    });
}

#[test]
fn everything_still_opens_after_months_of_sweeps_and_renewed_keys() {
    on_both(|town| {
        town.until("2026-03-20 12:00");
        town.until("2026-06-20 12:00");
        let (amara, yuki) = (town.as_person("Amara"), town.as_person("Yuki"));
        amara.post("/me", &[("about", "By the bridge")]).expect(303);
        town.as_person("Bo").post("/me/leave", &[]).expect(303);
        town.until("2026-06-21 12:00");
        amara.get("/me").expect(200).says("By the bridge");
        let circle = format!("/circles/{}", town.circle("aid"));
        yuki.get(&circle)
            .expect(200)
            .says("Amara")
            .says("Yuki")
            .says_not("<li>Bo");
    });
}
