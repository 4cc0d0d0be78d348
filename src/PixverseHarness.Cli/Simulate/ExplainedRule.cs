using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Load.Schedules;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Cli.Simulate;

/// <summary>A rule in words.</summary>
/// <param name="Id">Its id in the journal.</param>
/// <param name="Fault">The fault's name.</param>
/// <param name="Meets">What it meets, in words.</param>
internal sealed record ExplainedRule(string Id, string Fault, string Meets)
{
    /// <summary>Says what a rule meets, at the twin's pace.</summary>
    public static ExplainedRule Of(FaultRule rule, double pace)
    {
        var words = new List<string> { rule.Operations.IsEmpty || rule.Operations.Length == Operations.All.Length ? "every call" : string.Join(", ", rule.Operations.Select(o => Operations.Get(o).Name)) };
        if (rule.LastAttempt == 1)
        {
            words.Add("the first attempt");
        }
        else if (rule.LastAttempt is { } last)
        {
            words.Add(Text($"attempts {rule.FirstAttempt} to {last}"));
        }
        else if (rule.FirstAttempt > 1)
        {
            words.Add(Text($"from attempt {rule.FirstAttempt} on"));
        }

        if (!rule.States.IsEmpty)
        {
            words.Add(States(rule));
        }

        AddList(words, "with key ", rule.Keys.Select(Redaction.Key));
        AddList(words, "in session ", rule.Sessions.Select(s => s.Length == 0 ? "(default)" : s));
        if (rule.From is not null || rule.Until is not null)
        {
            words.Add(Window((rule.From ?? TimeSpan.Zero) / pace, rule.Until / pace));
        }

        if (rule.RampTo is { } end)
        {
            words.Add(Text($"a share from {rule.Probability:0.###} to {end:0.###} over the window"));
        }
        else if (rule.Probability < 1)
        {
            words.Add(Text($"a share of {rule.Probability:0.###}"));
        }

        return new ExplainedRule(rule.Id, rule.Fault.Name, string.Join("; ", words));
    }

    /// <summary>A window in words.</summary>
    public static string Window(TimeSpan from, TimeSpan? until) =>
        until is { } end ? $"from {Duration(from)} to {Duration(end)}" : $"from {Duration(from)} on";

    /// <summary>The states of the job that a rule wants, in words; empty when any will do.</summary>
    public static string States(FaultRule rule) =>
        rule.States.IsEmpty ? "" : $"while the job is {string.Join(" or ", rule.States.Select(s => s.ToWire()))}";

    // A share that is crossed at some instant has more digits than anybody reads.
    private static string Duration(TimeSpan time) => DurationText.Format(TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds)));

    private static void AddList(List<string> words, string before, IEnumerable<string> list)
    {
        var items = list.ToImmutableArray();
        if (!items.IsEmpty)
        {
            words.Add(before + string.Join(" or ", items));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
