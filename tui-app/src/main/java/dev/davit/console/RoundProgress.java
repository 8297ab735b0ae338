package dev.davit.console;

import dev.davit.console.model.Job;
import dev.davit.console.model.Message;
import dev.davit.console.model.Round;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Tells how far one is with what was asked for at once, whatever thread a job ends on.
final class RoundProgress {
    private final Round round;
    private final Mailbox mailbox;
    private final List<Round.Failure> failures = new ArrayList<>();
    private int ended;

    RoundProgress(Round round, Mailbox mailbox) {
        this.round = round;
        this.mailbox = mailbox;
    }

    synchronized void done(Job job) {
        ended++;
        mailbox.post(new Message.Ended(round, job, new Round.Tally(ended, failures)));
    }

    synchronized void failed(Job job, String sentence) {
        failures.add(new Round.Failure(job, sentence));
        failures.sort(Comparator.comparingInt(failure -> round.jobs().indexOf(failure.job())));
        done(job);
    }
}
