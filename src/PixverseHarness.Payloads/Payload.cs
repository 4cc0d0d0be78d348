using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Contract.Wire;
using PixverseHarness.Payloads.Expectations;

namespace PixverseHarness.Payloads;

/// <summary>A request body with its content type and everything that is known about it.</summary>
public sealed record Payload
{
    /// <summary>What it is for.</summary>
    public required PayloadKind Kind { get; init; }

    /// <summary>The bytes to send. Not always JSON, nor even text.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Value of the Content-Type header; null to send none.</summary>
    public string? ContentType { get; init; } = RequestContentType.Json;

    /// <summary>What is special about it.</summary>
    public required PayloadLabel Label { get; init; }

    /// <summary>The same request, typed, where the body is known to say just that: always for a valid payload, else null but for a form.</summary>
    public VideoRequest? Request { get; init; }

    /// <summary>What a profile says will happen when this payload is posted, and what it will cost.</summary>
    /// <param name="profile">The profile that decides wherever the contract leaves a choice.</param>
    /// <param name="operation">The call that it is posted to: v2 by default, or <see cref="ApiOperation.GenerateSync"/>.</param>
    public PayloadExpectation Expect(ApiProfile profile, ApiOperation operation = ApiOperation.Submit) =>
        ExpectationOracle.Expect(this, profile, operation);
}
