using System.CommandLine;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Load.Schedules;

namespace PixverseHarness.Cli.Load;

/// <summary>
/// The settings of a scenario that the command line overrides, and between it and the file the environment: an option
/// <c>--max-jobs</c> has the variable <c>PIXVERSE_MAX_JOBS</c>.
/// </summary>
internal sealed class LoadOverrides
{
    private readonly Option<string?> _target = OptionOf.Text(
        "--target", "TARGET", "simulator (embedded), a base URL, or live. Default: the file's, else simulator.");

    private readonly Option<decimal?> _maxSpend = OptionOf.Number(
        "--max-spend", "DOLLARS", "The most that the run may cost; the live API asks for it.", 0, 1_000_000);

    private readonly Option<int?> _maxJobs = OptionOf.Integer("--max-jobs", "N", "The most jobs that the run may submit.", 0, int.MaxValue);

    private readonly Option<int?> _maxInFlight = OptionOf.Integer(
        "--max-in-flight", "N", "The most jobs in flight; what falls due beyond is shed and counted.", 1, 1_000_000);

    private readonly Option<ArrivalKind?> _arrival = OptionOf.Value<ArrivalKind?>(
        "--arrival", string.Join('|', Kebab<ArrivalKind>.Words), "How open arrivals are spaced.", ReadArrival);

    private readonly Option<TimeSpan?> _jobTimeout = OptionOf.Duration("--job-timeout", "How long after its submit a job is given up.");

    private readonly Option<TimeSpan?> _drain = OptionOf.Duration("--drain", "How long jobs in flight are followed after the last submit.");

    private readonly Option<decimal?> _pace = OptionOf.Number("--pace", "N", "Pace of the embedded twin.", 1, 1_000_000);

    private IEnumerable<Option> All => [_target, _maxSpend, _maxJobs, _maxInFlight, _arrival, _jobTimeout, _drain, _pace];

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in All)
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>The target that the command line or the environment names, else that of the file, else the embedded twin.</summary>
    public string TargetOf(VerbContext context, LoadScenario scenario) => context.GetOrVariable(_target) ?? scenario.Target ?? "simulator";

    /// <summary>Whether the command line itself limits the money: a file, or a variable that somebody set long ago, can be passed on without a thought.</summary>
    public bool LimitsMoney(VerbContext context) => context.Get(_maxSpend) is not null;

    /// <summary>The scenario with everything that is overridden.</summary>
    /// <exception cref="Messages.FaultException">A variable has a value that its option would not take.</exception>
    public LoadScenario Apply(VerbContext context, LoadScenario scenario) => scenario with
    {
        MaxInFlight = context.GetOrVariable(_maxInFlight) ?? scenario.MaxInFlight,
        Arrival = context.GetOrVariable(_arrival) ?? scenario.Arrival,
        JobTimeout = context.GetOrVariable(_jobTimeout) ?? scenario.JobTimeout,
        Drain = context.GetOrVariable(_drain) ?? scenario.Drain,
        Budget = new BudgetSpec
        {
            Dollars = context.GetOrVariable(_maxSpend) ?? scenario.Budget.Dollars,
            Jobs = context.GetOrVariable(_maxJobs) ?? scenario.Budget.Jobs,
        },
        Twin = scenario.Twin with { Pace = (double?)context.GetOrVariable(_pace) ?? scenario.Twin.Pace },
    };

    private static ArrivalKind? ReadArrival(string text) => Kebab<ArrivalKind>.Words.Contains(text, StringComparer.Ordinal)
        ? Kebab<ArrivalKind>.Read(text)
        : throw OptionOf.NotOneOf("--arrival", text, Kebab<ArrivalKind>.Words);
}
