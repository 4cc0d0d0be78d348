using System.Collections.Immutable;

namespace PixverseHarness.Contract.Parameters;

/// <summary>A request body, read and judged.</summary>
/// <param name="Request">
/// The parameters, with the documented default (an empty prompt) wherever the body had no usable value.
/// </param>
/// <param name="Faults">Every reason why the body is not valid, in the order of the catalogue; empty when it is.</param>
public sealed record RequestReading(VideoRequest Request, ImmutableArray<ParameterFault> Faults)
{
    /// <summary>Whether the body is valid.</summary>
    public bool IsValid => Faults.IsEmpty;
}
