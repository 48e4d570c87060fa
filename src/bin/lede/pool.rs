//! Work on many things at once, with results in the order of the things.

use std::collections::VecDeque;
use std::sync::{Mutex, mpsc};

/// How many results may wait for a slow one before them, for each thread: so memory stays bounded, however much there is.
const AHEAD: usize = 4;

/// A thing, and where its result goes.
type Errand<T, R> = (T, mpsc::Sender<R>);

/// Does `work` on each of `tasks` in `jobs` threads, and hands the results to `done` in order; nothing, where a thread has
/// not come back with one.
pub fn in_order<T: Send, R: Send>(
    tasks: impl Iterator<Item = T>,
    jobs: usize,
    work: impl Fn(T) -> R + Sync,
    mut done: impl FnMut(Option<R>),
) {
    let (sender, waiting) = mpsc::sync_channel::<Errand<T, R>>(jobs);
    let waiting = Mutex::new(waiting);
    std::thread::scope(|scope| {
        let take = || {
            while let Some((task, answer)) = next(&waiting) {
                // Whoever asked has given up.
                let _ = answer.send(work(task));
            }
        };
        let start = |_: &usize| {
            // Deep pages are walked by recursion up to the depth that a document may have.
            let started = std::thread::Builder::new().stack_size(16 << 20).spawn_scoped(scope, take);
            started.inspect_err(|error| eprintln!("lede: cannot start a thread: {error}")).is_ok()
        };
        let started = (0..jobs).filter(start).count();
        let mut due: VecDeque<mpsc::Receiver<R>> = VecDeque::new();
        for task in tasks.take_while(|_| started > 0) {
            if due.len() >= AHEAD * jobs {
                due.pop_front().into_iter().for_each(|answer| done(answer.recv().ok()));
            }
            let (answer, result) = mpsc::channel();
            if sender.send((task, answer)).is_err() {
                break;
            }
            due.push_back(result);
        }
        drop(sender);
        due.into_iter().for_each(|answer| done(answer.recv().ok()));
    });
}

/// The next thing to do; nothing when there is none any more.
fn next<T, R>(waiting: &Mutex<mpsc::Receiver<Errand<T, R>>>) -> Option<Errand<T, R>> {
    waiting.lock().ok()?.recv().ok()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_in_order_and_few_wait() {
        let (begun, finished) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let ahead = AtomicUsize::new(0);
        let tasks = (0..200usize).inspect(|_| {
            let now = begun.fetch_add(1, Ordering::SeqCst) + 1 - finished.load(Ordering::SeqCst);
            ahead.fetch_max(now, Ordering::SeqCst);
        });
        let work = |task: usize| {
            if task.is_multiple_of(50) {
                std::thread::sleep(Duration::from_millis(20));
            }
            task * 2
        };
        let mut results = Vec::new();
        in_order(tasks, 3, work, |result| {
            finished.fetch_add(1, Ordering::SeqCst);
            results.push(result.unwrap());
        });
        assert_eq!(results, (0..200).map(|task| task * 2).collect::<Vec<_>>());
        assert!(ahead.load(Ordering::SeqCst) <= AHEAD * 3 + 1, "{ahead:?}");
    }
}
