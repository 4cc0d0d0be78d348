using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Simulator.Admin.Documents;
using PixverseHarness.Simulator.Admin.Input;
using PixverseHarness.Simulator.Jobs;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Simulator.Admin.Routes;

/// <summary>The jobs of a session, and overrides of single ones.</summary>
internal static class JobRoutes
{
    private const string Completes = "none";
    private static readonly ImmutableArray<string> States = [.. Enum.GetValues<JobState>().Select(s => s.ToWire())];
    private static readonly ImmutableArray<string> Failures = [.. ErrorCauses.All.Where(c => c.Stage == ErrorStage.Job).Select(c => c.Name)];

    /// <summary>The routes.</summary>
    public static ImmutableArray<AdminRoute> All { get; } =
    [
        AdminRoute.Of("GET", "/jobs", "Lists the jobs whose records can be read, in the order of their submits.", AdminJson.Plain.JobsDocument, List) with
        {
            Members =
            [
                new("state", AdminKind.Text, "Only jobs in this state.") { Allowed = States },
                new("key", AdminKind.Text, "Only jobs of this key, as the twin shows it."),
                .. Page.Members,
            ],
        },
        AdminRoute.Of("GET", "/jobs/{id}", "Shows one job, its fate included.", AdminJson.Plain.JobDocument, call => call.Session.Read(() => JobDocument.Of(Find(call), call.Session.Clock.NowTicks))) with { Refusals = [404] },
        AdminRoute.Of("PUT", "/jobs/{id}", "Decides about one job; no other job moves.", AdminJson.Plain.JobDocument, Override) with
        {
            Members =
            [
                new("state", AdminKind.Text, "The state that it is in from now on.") { Allowed = [.. States.Skip(1)] },
                new("failure", AdminKind.Text, $"Why it fails, or {Completes} when it completes.") { Allowed = [Completes, .. Failures] },
                new("message", AdminKind.Text, "Text of the error instead of the cause's own."),
                new("queueTime", AdminKind.Duration, "Time from its submit to its start; not before now."),
                new("runTime", AdminKind.Duration, "Time from its start to its end; not before now."),
                new("expiresIn", AdminKind.Duration, "Time from now to the loss of its record."),
                new("stuck", AdminKind.Flag, "Whether it stays PROCESSING until its record is lost."),
            ],
            Example = "{\"state\":\"FAILED\",\"failure\":\"content_blocked\"} or {\"runTime\":\"90s\"}",
            Refusals = [404, 409, 501],
        },
    ];

    private static JobsDocument List(AdminCall call)
    {
        var session = call.Session;
        var state = JobStates.Parse(call.Input.Text("state"));
        var key = call.Input.Text("key") is { } given ? (given.StartsWith("SG_***", StringComparison.Ordinal) ? given : Redaction.Key(given)) : null;
        var page = Page.Of(call.Input);
        return session.Read(() =>
        {
            var now = session.Clock.NowTicks;
            var found = session.Jobs.Live.Where(j =>
                (state is null || j.StateAt(now) == state) && (key is null || string.Equals(Redaction.Key(j.Account.Key), key, StringComparison.Ordinal)));
            var total = state is null && key is null ? session.Jobs.Count : found.LongCount();
            return new JobsDocument(total, [.. found.OrderBy(j => j.Ordinal).Skip(page.Offset).Take(page.Limit).Select(j => JobDocument.Of(j, now))]);
        });
    }

    private static Job Find(AdminCall call) => call.Session.Jobs.Find(call.Id)
        ?? throw new AdminFault(404, $"No live job has the id '{call.Id}'") { Value = call.Id, Next = "GET /__admin/jobs lists those that there are; a job that has expired is gone." };

    private static JobDocument Override(AdminCall call)
    {
        var change = Read(call.Input);
        return call.Session.Read(() =>
        {
            var job = Find(call);
            Check(job, change, call.Session.Clock.NowTicks);
            call.Session.Override(job, change);
            return JobDocument.Of(job, call.Session.Clock.NowTicks);
        });
    }

    private static JobOverride Read(AdminInput input)
    {
        var state = JobStates.Parse(input.Text("state"));
        var failure = input.Text("failure");
        var change = new JobOverride
        {
            State = state,
            SetsFailure = failure is not null,
            Failure = failure is null or Completes ? null : ErrorCauses.Find(failure),
            Message = input.Text("message"),
            QueueTime = input.Duration("queueTime"),
            RunTime = input.Duration("runTime"),
            ExpiresIn = input.Duration("expiresIn"),
            Stuck = input.Flag("stuck"),
        };
        var contradiction = change switch
        {
            _ when input.IsEmpty => "The body decides nothing",
            { State: JobState.Completed or JobState.Failed } when change.QueueTime is not null || change.RunTime is not null || change.Stuck == true => "A job that ends now has no time left to run",
            { State: JobState.Completed, Failure: not null } => "A job that is COMPLETED has no failure",
            { State: JobState.Failed, SetsFailure: true, Failure: null } => "A job that is FAILED has a failure",
            { Stuck: true } when change.RunTime is not null => "A job that is stuck has no run time",
            { Message: not null, Failure: null } when state != JobState.Failed => "A message needs a failure",
            _ => null,
        };
        return contradiction is null ? change : throw new AdminFault(400, contradiction) { Path = "$" };
    }

    private static void Check(Job job, JobOverride change, long now)
    {
        if (change.ConcernsRecordOnly)
        {
            return;
        }

        if (job.IsSync)
        {
            throw new AdminFault(501, "A blocking v1 call has been given its end already: only jobs of v2 can be overridden");
        }

        if (job.StateAt(now).IsTerminal())
        {
            throw new AdminFault(409, $"Job '{job.Id}' has ended, and what has ended never changes") { Value = job.Id, Next = "Only expiresIn can still be set." };
        }

        if (change.QueueTime is not null && job.StartsAt <= now)
        {
            throw new AdminFault(409, $"Job '{job.Id}' has started: its queue time is over") { Path = "$.queueTime", Next = "Set runTime instead." };
        }

        if (change is { Stuck: false, RunTime: null, State: null or JobState.Processing } && job.Stuck)
        {
            throw new AdminFault(400, "A stuck job has no end of its own") { Path = "$.stuck", Next = "Set runTime or state with it." };
        }
    }
}
