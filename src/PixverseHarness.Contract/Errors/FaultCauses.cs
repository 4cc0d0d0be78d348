using System.Collections.Immutable;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Errors;

/// <summary>
/// Which cause a fault of the request body leads to (sections 4 and 14). A body that cannot be read is refused at
/// submit under every profile; a bad parameter is refused at submit or fails the job, as the profile validates.
/// </summary>
public static class FaultCauses
{
    /// <summary>The cause that one fault leads to.</summary>
    public static ErrorCause CauseOf(ParameterFault fault, ApiProfile profile) => CauseOf(fault.Kind, profile);

    /// <summary>The cause that a fault of this kind leads to.</summary>
    public static ErrorCause CauseOf(ParameterFaultKind kind, ApiProfile profile)
    {
        if (kind is ParameterFaultKind.MalformedJson or ParameterFaultKind.NotAnObject)
        {
            return ErrorCauses.MalformedBody;
        }

        if (profile.Validation == ValidationTiming.Late)
        {
            return ErrorCauses.LateValidation;
        }

        return kind switch
        {
            ParameterFaultKind.Missing => ErrorCauses.MissingParameter,
            ParameterFaultKind.NotAllowed when profile.RejectedValue == RejectedValueStatus.NotAcceptable => ErrorCauses.ParameterValueRejected,
            _ => ErrorCauses.InvalidParameter,
        };
    }

    /// <summary>The distinct causes that the faults of one body lead to, in the order of the faults; which of them an answer names is not known.</summary>
    public static ImmutableArray<ErrorCause> CausesOf(ImmutableArray<ParameterFault> faults, ApiProfile profile) =>
        [.. faults.Select(f => CauseOf(f, profile)).Distinct()];
}
