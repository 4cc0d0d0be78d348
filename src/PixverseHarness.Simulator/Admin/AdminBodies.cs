using System.Text;
using System.Text.Json;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Answers;
using PixverseHarness.Simulator.Billing;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Journal;
using PixverseHarness.Simulator.Sessions;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Admin;

/// <summary>Bodies of the admin API. Instants are ISO 8601 in UTC; keys are redacted.</summary>
internal static class AdminBodies
{
    public static byte[] Health(TwinSession session) => JsonBody.Object(session, static (writer, session) =>
    {
        writer.WriteString("status", "ok");
        writer.WriteString("session", session.Name);
        writer.WriteString("now", UtcText.Exact(session.Clock.NowTicks));
    });

    public static byte[] Settings(TwinCore core, TwinSession session) => JsonBody.Object((core, session), static (writer, given) =>
    {
        var (core, session) = given;
        var options = session.Options;
        writer.WriteString("session", session.Name);
        writer.WriteString("profile", options.Profile.Name);
        writer.WriteNumber("seed", options.Seed);
        writer.WriteNumber("pace", options.Pace);
        writer.WriteString("plan", options.Plan.Name);
        WriteOptional(writer, "requestsPerMinute", options.RequestsPerMinute ?? options.Plan.RequestsPerMinute(options.Profile));
        writer.WriteNumber("rateWindowSeconds", session.RateWindow.TotalSeconds);
        writer.WriteNumber("retentionSeconds", options.Paced(Contract.Limits.ApiLimits.Retention).TotalSeconds);
        writer.WriteNumber("syncCutOffSeconds", session.SyncCutOff.TotalSeconds);
        writer.WriteNumber("credits", options.Credits.ToDollars());
        WriteOptional(writer, "workers", options.Workers);
        writer.WriteNumber("failureRate", options.FailureRate);
        writer.WriteNumber("faultRules", session.Faults.Length);
        writer.WriteNumber("journalCapacity", options.JournalCapacity);
        writer.WriteNumber("maxBodyBytes", TwinOptions.MaxBodyBytes);
        writer.WriteNumber("maxSessions", options.MaxSessions);
        writer.WriteNumber("sessions", core.SessionNames.Count);
        writer.WriteStartObject("switches");
        foreach (var one in ProfileSwitches.All)
        {
            writer.WriteString(one.Name, one.Get(options.Profile));
        }

        writer.WriteEndObject();
    });

    public static byte[] Clock(TwinSession session) => JsonBody.Object(session, static (writer, session) =>
    {
        writer.WriteString("now", UtcText.Exact(session.Clock.NowTicks));
        writer.WriteBoolean("frozen", session.Clock.IsFrozen);
        if (session.Read(() => session.Jobs.NextEventAt) is { } next)
        {
            writer.WriteString("nextEvent", UtcText.Exact(next));
        }
        else
        {
            writer.WriteNull("nextEvent");
        }
    });

    public static byte[] Faults(TwinSession session) => JsonBody.Object(session, static (writer, session) =>
    {
        writer.WriteStartArray("faults");
        foreach (var rule in session.Faults)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule.Id);
            writer.WriteString("fault", rule.Fault.Name);
            writer.WriteNumber("times", session.UsesOf(rule));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static byte[] Ledger(IReadOnlyList<LedgerLine> lines) => JsonBody.Object(lines, static (writer, lines) =>
    {
        writer.WriteStartArray("accounts");
        foreach (var line in lines)
        {
            writer.WriteStartObject();
            writer.WriteString("key", line.Key);
            writer.WriteNumber("opening", line.Opening.ToDollars());
            writer.WriteNumber("balance", line.Balance.ToDollars());
            writer.WriteNumber("reserved", line.Reserved.ToDollars());
            writer.WriteNumber("charged", line.Charged.ToDollars());
            writer.WriteStartObject("jobs");
            writer.WriteNumber("accepted", line.Jobs.Accepted);
            writer.WriteNumber("completed", line.Jobs.Completed);
            writer.WriteNumber("failed", line.Jobs.Failed);
            writer.WriteNumber("stuck", line.Jobs.Stuck);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });

    public static byte[] Requests(TwinSession session, int limit, int offset)
    {
        var (entries, total, dropped) = session.Read(() => (session.Journal.Read(), session.Journal.Total, session.Journal.Dropped));
        return JsonBody.Object((entries, total, dropped, limit, offset), static (writer, given) =>
        {
            writer.WriteNumber("total", given.total);
            writer.WriteNumber("dropped", given.dropped);
            writer.WriteStartArray("requests");
            foreach (var entry in given.entries.Reverse().Skip(given.offset).Take(given.limit))
            {
                WriteEntry(writer, entry);
            }

            writer.WriteEndArray();
        });
    }

    public static byte[] Jobs(TwinSession session, int limit, int offset)
    {
        var (jobs, count) = session.Read(() => (session.Jobs.Live.Skip(offset).Take(limit).ToArray(), session.Jobs.Count));
        var now = session.Clock.NowTicks;
        return JsonBody.Object((jobs, count, now), static (writer, given) =>
        {
            writer.WriteNumber("total", given.count);
            writer.WriteStartArray("jobs");
            foreach (var job in given.jobs)
            {
                writer.WriteStartObject();
                WriteJob(writer, job, given.now);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }

    public static byte[] Job(TwinSession session, Job job) =>
        JsonBody.Object((job, now: session.Clock.NowTicks), static (writer, given) => WriteJob(writer, given.job, given.now));

    private static void WriteJob(Utf8JsonWriter writer, Job job, long now)
    {
        writer.WriteString("id", job.Id);
        writer.WriteString("state", job.StateAt(now).ToWire());
        writer.WriteString("key", Redaction.Key(job.Account.Key));
        writer.WriteBoolean("sync", job.IsSync);
        writer.WriteString("submittedAt", UtcText.Exact(job.SubmittedAt));
        writer.WriteString("startsAt", UtcText.Exact(job.StartsAt));
        writer.WriteString("endsAt", UtcText.Exact(job.EndsAt));
        writer.WriteString("expiresAt", UtcText.Exact(job.ExpiresAt));
        writer.WriteNumber("price", job.Price.ToDollars());
        writer.WriteString("failure", job.Failure?.Name);
        writer.WriteBoolean("stuck", job.Stuck);
        writer.WriteNumber("statusReads", job.StatusReads);
        writer.WriteNumber("resultReads", job.ResultReads);
        writer.WriteString("prompt", Redaction.Text(Encoding.UTF8.GetString(job.Prompt), job.Account.Key));
    }

    private static void WriteEntry(Utf8JsonWriter writer, JournalEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", entry.Number);
        writer.WriteString("at", UtcText.Exact(entry.At));
        writer.WriteString("method", entry.Method);
        writer.WriteString("path", entry.Path);
        writer.WriteString("operation", entry.Operation is { } operation ? Contract.Operations.Operations.Get(operation).Name : null);
        writer.WriteString("key", entry.Key);
        writer.WriteString("job", entry.Job);
        writer.WriteNumber("attempt", entry.Attempt);
        writer.WriteNumber("status", entry.Status);
        writer.WriteString("cause", entry.Cause);
        writer.WriteString("faults", entry.Faults);
        writer.WriteString("note", entry.Note);
        writer.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
