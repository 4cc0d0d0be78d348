using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.OpenApi;

/// <summary>Which errors an operation can answer under a profile.</summary>
internal static class ReachableCauses
{
    private static readonly ImmutableArray<ErrorCause> OfBodies =
    [
        ErrorCauses.MalformedBody, ErrorCauses.MissingParameter, ErrorCauses.InvalidParameter, ErrorCauses.ParameterValueRejected,
        ErrorCauses.LateValidation,
    ];

    /// <summary>The causes by status, both ascending.</summary>
    public static IEnumerable<IGrouping<int, ErrorCause>> Of(ApiOperation operation, ApiProfile profile)
    {
        var faults = Enum.GetValues<ParameterFaultKind>().Select(k => FaultCauses.CauseOf(k, profile)).ToHashSet();
        return ErrorCauses.All
            .Where(c => c.AppliesTo(operation) && (!OfBodies.Contains(c) || faults.Contains(c)))
            .GroupBy(c => c.StatusFor(profile, operation)).OrderBy(g => g.Key);
    }
}
