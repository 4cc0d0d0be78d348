using System.Collections.Immutable;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Payloads;
using PixverseHarness.Simulator;

namespace PixverseHarness.Cli.Demo;

/// <summary>
/// What the tour sends and to which twin. Small accounts (four dollars, five submits a minute) meet 406 and 429 by
/// themselves; a moderated word, a prompt tag, a late reader and a wrong key bring the rest. The payloads differ by
/// seed, the outcomes do not.
/// </summary>
internal sealed class DemoPlan
{
    private const string ModeratedWord = "unfilmable";
    private const int Studios = 5;
    private const int JobsOfAStudio = 4;
    private const int JobsOfEachFailure = 3;
    private const int Refusals = 2;
    private const int SubmitsAMinute = 5;
    private const decimal Dollars = 4;

    private readonly ValidPayloads _payloads;
    private readonly List<DemoJob> _jobs = [];
    private int _keys;

    /// <summary>The tour of a seed.</summary>
    public DemoPlan(ulong seed)
    {
        _payloads = new ValidPayloads(seed);
        for (var studio = 1; studio <= Studios; studio++)
        {
            Add(Account($"studio {studio}"), DemoOutcome.Completed, JobsOfAStudio);
        }

        Add(Account("careless"), DemoOutcome.Moderated, JobsOfEachFailure, r => r with { Prompt = $"{r.Prompt} {ModeratedWord}" });
        Add(Account("unlucky"), DemoOutcome.FailedLate, JobsOfEachFailure, r => r with { Prompt = $"{r.Prompt} [[generation_failed]]" });
        Add(Account("late"), DemoOutcome.Expired, JobsOfEachFailure);

        var spender = Account("spender");
        var affordable = (int)(Dollars / PriceTable.Highest.ToDollars());
        Add(spender, DemoOutcome.Completed, affordable, Dearest);
        Add(spender, DemoOutcome.OutOfCredits, Refusals, Dearest);

        var eager = Account("eager");
        Add(eager, DemoOutcome.Completed, SubmitsAMinute, Cheapest);
        Add(eager, DemoOutcome.RateLimited, Refusals, Cheapest);

        Add(new DemoAccount("stranger", "SG_0000000000000bad", IsKnown: false), DemoOutcome.Unauthorised, 1);
        Add(new DemoAccount("forgetful", null, IsKnown: false), DemoOutcome.Unauthorised, 1);
        Twin = new TwinOptions
        {
            Seed = seed,
            ManualClock = true,
            RequestsPerMinute = SubmitsAMinute,
            Credits = MicroDollars.FromDollars(Dollars),
            Workers = 12,
            Keys = [.. _jobs.Where(j => j.Account.IsKnown).Select(j => j.Account.Key!).Distinct()],
            ModeratedWords = [ModeratedWord],
            JournalCapacity = 1_000_000,
        };
    }

    /// <summary>Every request, in the order in which they are sent.</summary>
    public ImmutableArray<DemoJob> Jobs => [.. _jobs];

    /// <summary>The twin that they are sent to; its clock stands until the tour moves it.</summary>
    public TwinOptions Twin { get; init; }

    private DemoAccount Account(string name) => new(name, $"SG_{++_keys:x16}");

    private void Add(DemoAccount account, DemoOutcome planned, int count, Func<VideoRequest, VideoRequest>? change = null)
    {
        for (var i = 0; i < count; i++)
        {
            var request = _payloads.RequestAt(_jobs.Count);
            _jobs.Add(new DemoJob(account, change is null ? request : change(request), planned));
        }
    }

    private static VideoRequest Dearest(VideoRequest request) =>
        request with { Quality = Quality.P1080, Duration = ClipDuration.FiveSeconds, MotionMode = MotionMode.Normal };

    private static VideoRequest Cheapest(VideoRequest request) =>
        request with { Quality = Quality.P540, Duration = ClipDuration.FiveSeconds, MotionMode = MotionMode.Normal };
}
