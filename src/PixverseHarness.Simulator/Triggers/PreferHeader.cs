using System.Globalization;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Faults;

namespace PixverseHarness.Simulator.Triggers;

/// <summary>
/// The request header <c>Prefer: code=429</c> (RFC 7240), or <c>Prefer: cause=insufficient_credits</c>: asks for one
/// error, this once.
/// </summary>
internal static class PreferHeader
{
    /// <summary>The rule that a header asks for, or null when it asks for nothing that this operation can meet.</summary>
    public static FaultRule? Read(string header, ApiOperation operation, ApiProfile profile)
    {
        foreach (var preference in header.Split(',', ';'))
        {
            var parts = preference.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2)
            {
                continue;
            }

            var value = parts[1].Trim('"');
            var cause = parts[0] switch
            {
                "cause" => ErrorCauses.Find(value),
                "code" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var status) =>
                    ErrorCauses.All.FirstOrDefault(c => c.AppliesTo(operation) && c.StatusFor(profile, operation) == status)
                    ?? ErrorCauses.All.FirstOrDefault(c => operation == ApiOperation.Submit && c.Stage == ErrorStage.Job && c.Status == status),
                _ => null,
            };
            if (cause is not null)
            {
                return new FaultRule { Id = $"prefer:{cause.Name}", Fault = new CauseFault(cause), Operations = [operation], FirstAttempt = 0 };
            }
        }

        return null;
    }
}
