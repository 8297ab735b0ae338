package dev.davit.console.model;

import java.util.List;
import java.util.stream.Collectors;

/// What was asked for at once: the same operation on one thing, or on all that were marked.
///
/// @param jobs one for each thing, in the order of the table
public record Round(List<Job> jobs) {

    public Round {
        jobs = List.copyOf(jobs);
    }

    /// How far one is.
    ///
    /// @param ended jobs that are over, whether they failed or not
    /// @param failures those that failed
    public record Tally(int ended, List<Failure> failures) {

        /// When nothing is over yet.
        public static final Tally NONE = new Tally(0, List.of());

        public Tally {
            failures = List.copyOf(failures);
        }
    }

    /// A job that failed, and why.
    public record Failure(Job job, String sentence) {

        /// The sentence for people.
        public String text() {
            return job.named(sentence);
        }
    }

    /// While it lasts: `stopping web`, `stopping 3 containers, 1 done`.
    String doing(Tally tally) {
        String progress = tally.ended() == 0 ? "" : ", " + tally.ended() + " done";
        return jobs.size() == 1 ? first().doing() : first().words().doing() + " " + jobs.size() + " " + first().words().noun() + progress;
    }

    /// When it is over: `stopped web`, `stopped 3 containers`, `stopped 2 of 3 containers`.
    String done(Tally tally) {
        int done = jobs.size() - tally.failures().size();
        String count = (done == jobs.size() ? "" : done + " of ") + jobs.size();
        return first().words().done() + " " + (jobs.size() == 1 ? first().name() : count + " " + first().words().noun());
    }

    /// The line that does the same, without the program's name: `stop web db`.
    public String command() {
        String line = first().command();
        return line + jobs.stream().skip(1).map(job -> job.command().substring(job.command().lastIndexOf(' '))).collect(Collectors.joining());
    }

    private Job first() {
        return jobs.getFirst();
    }
}
