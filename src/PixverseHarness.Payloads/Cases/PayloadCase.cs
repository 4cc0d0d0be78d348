using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Payloads.Cases;

/// <summary>One edge or one violation, ready to be put on any valid request.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Write">Writes the body, given a valid request to start from.</param>
internal sealed record PayloadCase(PayloadLabel Label, Func<VideoRequest, byte[]> Write)
{
    /// <summary>Value of the Content-Type header; null to send none.</summary>
    public string? ContentType { get; init; } = RequestContentType.Json;

    /// <summary>Whether the body says just what the request says, in a form that the contract's reader does not read.</summary>
    public bool SaysTheRequest { get; init; }
}
