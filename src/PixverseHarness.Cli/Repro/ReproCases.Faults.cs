using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Faults;

namespace PixverseHarness.Cli.Repro;

/// <content>The faults that are no causes of the contract.</content>
internal static partial class ReproCases
{
    private static readonly TimeSpan ShortPatience = TimeSpan.FromSeconds(0.5);
    private static readonly ReproStep Submits = new ReproStep.Send(Post());
    private static readonly ReproStep Polls = new ReproStep.Send(Poll);

    private static ReproCase OfFault(string name) => name switch
    {
        "reset_peer" or "reset_after" => Fault(name, null, WireEnd.Reset, [Submits]),
        "close_peer" or "lost_answer" => Fault(name, null, WireEnd.Closed, [Submits]),
        "late_answer" or "timeout" => Fault(name, null, WireEnd.GaveUp, [new ReproStep.Send(Post() with { Patience = ShortPatience })]),
        "latency" => Fault(name, 200, WireEnd.Complete, [Submits], new FaultSettings { Duration = TimeSpan.FromSeconds(0.6) }),
        "slow_first_byte" => Fault(name, 200, WireEnd.GaveUp, [Submits, new ReproStep.Send(Poll with { Patience = 2 * ShortPatience })], only: ApiOperation.GetStatus),
        "slow_body" => Fault(name, 200, WireEnd.Complete, [Submits, Polls], new FaultSettings { Duration = TimeSpan.FromSeconds(0.03) }, ApiOperation.GetStatus),
        "limit_data" => Fault(name, 200, WireEnd.Cut, [Submits, Polls], only: ApiOperation.GetStatus),
        "malformed_json" or "wrong_response_type" => Fault(name, 200, WireEnd.Complete, [Submits, Polls], only: ApiOperation.GetStatus),
        "html_error" => Fault(name, HtmlErrorFault.DefaultStatus, WireEnd.Complete, [Submits, Polls], only: ApiOperation.GetStatus),
        "slow_generation" => Fault(name, 200, WireEnd.Complete, [Submits, new ReproStep.Pass(TimeSpan.FromMinutes(4), "four minutes pass"), Polls]),
        "stuck_processing" => Fault(name, 200, WireEnd.Complete, [Submits, new ReproStep.Pass(TimeSpan.FromMinutes(30), "half an hour passes"), Polls]),
        "early_expiry" => Fault(name, 404, WireEnd.Complete, [Submits, JobRuns, Polls]),
        "state_regress" => Long(Fault(name, 200, WireEnd.Complete, [Submits, new ReproStep.Pass(TimeSpan.FromSeconds(1), "a worker takes the job"), Polls, Polls])),
        "unknown_state" => Fault(name, 200, WireEnd.Complete, [Submits, Polls]),
        "duplicate_terminal" => Fault(name, 422, WireEnd.Complete, [Submits, JobRuns, Polls, new ReproStep.Send(Result)]),
        "missing_url" => Fault(name, 200, WireEnd.Complete, [Submits, JobRuns, new ReproStep.Send(Result)]),
        "foreign_url" => Fault(name, 200, WireEnd.Complete, [Submits]),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A fault without a way to meet it."),
    };

    private static ReproCase Long(ReproCase brief) => brief with { Twin = brief.Twin with { ServiceTime = TimeSpan.FromMinutes(10) } };

    private static ReproCase Fault(string name, int? status, WireEnd end, ReadOnlySpan<ReproStep> steps, FaultSettings? settings = null, ApiOperation? only = null) => new()
    {
        Name = name,
        Twin = Usual with { Faults = [Rule(name, settings, only)] },
        Steps = [.. steps],
        Status = status,
        End = end,
    };
}
