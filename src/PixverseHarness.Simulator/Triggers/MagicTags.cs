using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Faults;

namespace PixverseHarness.Simulator.Triggers;

/// <summary>
/// Tags in a prompt that make an unmodified client meet a fault: <c>[[name]]</c>, <c>[[name:duration]]</c>,
/// <c>[[name@operation]]</c>, <c>[[name@operation*count]]</c>. The operation is <c>submit</c>, <c>status</c>,
/// <c>result</c>, <c>v1-result</c> or <c>generate-sync</c>; without one the tag concerns the POST itself, or the reads of
/// the job when no POST can meet it. The count limits it to the first attempts, so <c>[[bad_gateway@status*2]]</c> breaks
/// the first two polls.
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
            var text = match.Value[2..^2];
            if (FaultText.Read(text, $"tag:{text}", post) is { } rule)
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

    [GeneratedRegex(@"\[\[" + FaultText.Pattern + @"\]\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
