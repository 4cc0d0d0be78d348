using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Time;

namespace PixverseHarness.Simulator.Triggers;

/// <summary>
/// A fault in one word, as prompt tags and <see cref="TwinCore.Inject(string, string)"/> take it: <c>name</c>,
/// <c>name:duration</c>, <c>name@operation</c>, <c>name@operation*count</c>.
/// </summary>
internal static partial class FaultText
{
    /// <summary>The words as a regular expression.</summary>
    public const string Pattern = @"(?<name>[a-z0-9_]+)(:(?<duration>[0-9.a-z]{1,20}))?(@(?<operation>[a-z0-9-]+))?(\*(?<count>\d{1,4}))?";

    /// <summary>Reads the words.</summary>
    /// <param name="text">The words.</param>
    /// <param name="id">Id of the rule.</param>
    /// <param name="post">
    /// The POST that the words came with: what could concern it concerns nothing else, unless an operation is named. Null
    /// when they came with none.
    /// </param>
    /// <returns>The rule, or null when the words name no fault, no operation, or lack a duration.</returns>
    public static FaultRule? Read(string text, string id, ApiOperation? post)
    {
        var match = Whole().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var name = match.Groups["name"].Value;
        var duration = match.Groups["duration"].Success ? DurationText.Parse(match.Groups["duration"].Value) : null;
        if ((match.Groups["duration"].Success && duration is null) || FaultCatalogue.Create(name, duration) is not { } fault)
        {
            return null;
        }

        var operations = DefaultOperations(name, post);
        if (match.Groups["operation"].Success)
        {
            if (Operations.Find(match.Groups["operation"].Value) is not { } named)
            {
                return null;
            }

            operations = [named.Operation];
        }

        return new FaultRule
        {
            Id = id,
            Fault = fault,
            Operations = operations,
            LastAttempt = match.Groups["count"].Success ? Math.Max(1, int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture)) : null,
        };
    }

    private static ImmutableArray<ApiOperation> DefaultOperations(string name, ApiOperation? post)
    {
        var concerns = FaultCatalogue.ConcernsOf(name);
        return post is { } only && (concerns.IsEmpty || concerns.Contains(only)) ? [only] : concerns;
    }

    [GeneratedRegex(@"\A" + Pattern + @"\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();
}
