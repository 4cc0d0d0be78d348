using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Contract.Errors;

namespace PixverseHarness.Simulator.Triggers;

/// <summary>
/// API keys that make an unmodified client meet an error cause. They have the shape of real keys, <c>SG_</c> and 16
/// hexadecimal digits (section 2): <c>fa11</c>, eight zeros, the documented status, and one digit that tells the
/// causes of a status apart.
/// </summary>
public static class MagicKeys
{
    /// <summary>Every magic key with its cause, in the order of the contract's list.</summary>
    public static ImmutableArray<KeyValuePair<string, ErrorCause>> All { get; } = [.. Build()];

    private static readonly FrozenDictionary<string, ErrorCause> ByKey = All.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The cause that a key stands for, or null for an ordinary key.</summary>
    public static ErrorCause? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>The key of a cause.</summary>
    public static string Of(ErrorCause cause) => All.First(pair => pair.Value == cause).Key;

    private static IEnumerable<KeyValuePair<string, ErrorCause>> Build()
    {
        foreach (var ofStatus in ErrorCauses.All.GroupBy(c => c.Status))
        {
            foreach (var (number, cause) in ofStatus.Index())
            {
                yield return new(string.Create(CultureInfo.InvariantCulture, $"SG_fa1100000000{cause.Status:d3}{number:x1}"), cause);
            }
        }
    }
}
