using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Triggers;

/// <summary>
/// Tags in a prompt that make an unmodified client meet a fault: <c>[[name]]</c>, <c>[[name:duration]]</c>,
/// <c>[[name@operation]]</c>, <c>[[name@operation*count]]</c>. The operation is <c>submit</c>, <c>status</c>,
/// <c>result</c>, <c>v1-result</c> or <c>generate-sync</c>; without one the tag concerns the POST itself. The count
/// limits it to the first attempts, so <c>[[bad_gateway@status*2]]</c> breaks the first two polls.
/// </summary>
public static partial class MagicTags
{
    /// <summary>Reads the tags of a prompt. Brackets that name no fault are reported in the note and otherwise passed over.</summary>
    internal static ImmutableArray<FaultRule> Read(string prompt, ApiOperation post, out string? note)
    {
        note = null;
        if (!prompt.Contains("[[", StringComparison.Ordinal))
        {
            return [];
        }

        var rules = ImmutableArray.CreateBuilder<FaultRule>();
        foreach (Match match in Tag().Matches(prompt))
        {
            if (ToRule(match, post) is { } rule)
            {
                rules.Add(rule);
            }
            else
            {
                note = $"the tag {match.Value} names no fault";
            }
        }

        return rules.ToImmutable();
    }

    private static FaultRule? ToRule(Match match, ApiOperation post)
    {
        var duration = match.Groups["duration"].Success ? DurationText.Parse(match.Groups["duration"].Value) : null;
        var fault = FaultCatalogue.Create(match.Groups["name"].Value, duration);
        var where = match.Groups["operation"].Success ? Operations.Find(match.Groups["operation"].Value)?.Operation : DefaultOperation(fault, post);
        if (fault is null || where is not { } operation)
        {
            return null;
        }

        return new FaultRule
        {
            Id = $"tag:{match.Value[2..^2]}",
            Fault = fault,
            Operations = [operation],
            LastAttempt = match.Groups["count"].Success ? int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture) : null,
        };
    }

    // A cause that the POST cannot meet bends the job's fate where it can, else it waits for the first call that can meet it.
    private static ApiOperation? DefaultOperation(Fault? fault, ApiOperation post) => fault switch
    {
        CauseFault { Cause: var cause } when cause.AppliesTo(post) || cause.Stage == ErrorStage.Job => post,
        CauseFault { Cause: var cause } when cause == ErrorCauses.ResultExpired || cause == ErrorCauses.RequestNotFound => post,
        CauseFault { Cause: var cause } => cause.Operations[0],
        _ => post,
    };

    [GeneratedRegex(@"\[\[(?<name>[a-z0-9_]+)(:(?<duration>[0-9.a-z]{1,20}))?(@(?<operation>[a-z0-9-]+))?(\*(?<count>\d{1,4}))?\]\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
