using System.Collections.Immutable;
using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Verification.Conversations;

/// <summary>A request as a check wants it on the wire: nothing is added to it.</summary>
public sealed record ExchangeRequest
{
    /// <summary>HTTP method, in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>Where to; absolute.</summary>
    public required Uri Uri { get; init; }

    /// <summary>What is meant by it, when it is one of the contract's operations.</summary>
    public ApiOperation? Operation { get; init; }

    /// <summary>Value of <c>x-api-key</c>; null sends none.</summary>
    public string? Key { get; init; }

    /// <summary>Value of <c>Content-Type</c>, sent as it stands; null sends none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Further headers.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How long the answer may take by the target's clock before it counts as missing. Default one minute.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How an expert would call the place: method and path, with <c>{id}</c> for the id of a job.</summary>
    public string Place => Operation is { } operation
        && Operations.Get(operation) is var spec
        && string.Equals(spec.Method, Method, StringComparison.Ordinal)
            ? $"{Method} {spec.PathTemplate}"
            : $"{Method} {Uri.AbsolutePath}";
}
