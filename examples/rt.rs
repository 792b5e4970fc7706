use kikitori::{analysis::random_trainee, assess::Reference, scenario::read_and_compile};
use std::sync::Arc;
fn main() {
    if std::env::args().nth(1).as_deref() == Some("--personas") {
        let a: Vec<String> = std::env::args().collect();
        let t = std::fs::read_to_string(&a[2]).unwrap();
        let s = Arc::new(read_and_compile(&t).0.unwrap());
        let r = Reference::of(&s);
        for p in &a[3..] {
            let mut talk = kikitori::session::Session::start(s.clone(), kikitori::session::Seed(1));
            while let Some(b) = talk.beat() {
                let id = s.beat(b).id.clone();
                let c = p
                    .split(' ')
                    .find_map(|x| x.split_once('=').filter(|(k, _)| *k == id).map(|(_, c)| c));
                let c = c.map_or(s.beat(b).key, |c| talk.find(c).unwrap());
                talk.handle(kikitori::session::Action::Choose(c), 0)
                    .unwrap();
            }
            let k = kikitori::assess::scorecard(&talk, &r);
            println!(
                "{:?} n{:?} {} slips {} mended {} anger {} trust {} | {p}",
                k.scores.map(|x| x.points),
                k.scores.map(|x| x.observations),
                talk.ending().unwrap().id,
                k.slips,
                k.mended,
                talk.state().gauges.anger,
                talk.state().gauges.trust
            );
        }
        return;
    }
    for p in std::env::args().skip(1) {
        let t = std::fs::read_to_string(&p).unwrap();
        let (s, f) = read_and_compile(&t);
        println!("{p} {} findings", f.len());
        let s = Arc::new(s.unwrap());
        let r = Reference::of(&s);
        println!(
            "reference {} turns {:?} ends {}",
            r.talk.turns().len(),
            r.available,
            r.talk.ending().unwrap().id
        );
        let t0 = std::time::Instant::now();
        let x = random_trainee(&s, &r);
        let d = |e: &kikitori::analysis::Exact| {
            e.numer().to_string().parse::<f64>().unwrap()
                / e.denom().to_string().parse::<f64>().unwrap()
        };
        println!("{:?}", t0.elapsed());
        println!(
            "means {:?} sd {:?}",
            x.scores.each_ref().map(|m| d(&m.mean)),
            x.scores.each_ref().map(|m| d(&m.variance).sqrt())
        );
        for (e, p) in s.endings.iter().zip(&x.endings) {
            println!("{} {:.3}%", e.id, d(p) * 100.0);
        }
    }
}
