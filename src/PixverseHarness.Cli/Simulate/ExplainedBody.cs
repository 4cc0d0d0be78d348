using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Faults;
using PixverseHarness.Simulator.Journal;

namespace PixverseHarness.Cli.Simulate;

/// <summary>What one body will meet.</summary>
/// <param name="Body">The body as it stands in the file.</param>
/// <param name="Key">The key, redacted.</param>
/// <param name="Calls">Its calls that meet a rule at some time, in order.</param>
internal sealed record ExplainedBody(string Body, string Key, ImmutableArray<ExplainedCall> Calls)
{
    /// <summary>How many attempts of each call are looked at.</summary>
    public const int Attempts = 10;

    /// <summary>Computes the plan of a body and of the reads of its first job.</summary>
    public static ExplainedBody Of(TwinOptions options, string key, string body)
    {
        var plan = FaultPlan.Of(options, key, Encoding.UTF8.GetBytes(body), Attempts);
        var calls = plan.GroupBy(p => (p.Operation, p.Attempt)).Select(call => new ExplainedCall(
            Operations.Get(call.Key.Operation).Name, call.Key.Attempt, [.. call.Select(ExplainedFault.Of)]));
        return new ExplainedBody(body, Redaction.Key(key), [.. calls]);
    }

    /// <summary>The plan as lines; calls in a row that meet the same stand on one line.</summary>
    public IEnumerable<string> ToLines()
    {
        var first = 0;
        for (var next = 1; next <= Calls.Length; next++)
        {
            if (next < Calls.Length && Calls[next].Continues(Calls[next - 1]))
            {
                continue;
            }

            var attempts = first == next - 1
                ? Calls[first].Attempt.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{Calls[first].Attempt}-{Calls[next - 1].Attempt}");
            yield return $"  {Calls[first].Operation,-8} {attempts,-6} {string.Join("; ", Calls[first].Faults.Select(f => $"{f.Rule} {f.When}".TrimEnd()))}";
            first = next;
        }
    }
}
