using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Triggers;

namespace PixverseHarness.WireMock.Stubs;

/// <summary>How a client asks for an error on purpose; the twin takes the same.</summary>
/// <param name="Key">The API key that it sends; null for any.</param>
/// <param name="Prefer">The value of its header <c>Prefer</c>; null for none.</param>
/// <param name="Tag">The tag in its prompt; null for none.</param>
internal sealed record StubAsk(string? Key = null, string? Prefer = null, string? Tag = null)
{
    /// <summary>The ways in which a cause can be asked for of an operation: by key, by header, and where there is a prompt by tag.</summary>
    public static IEnumerable<StubAsk> For(ErrorCause cause, ApiOperation operation)
    {
        yield return new StubAsk(Key: MagicKeys.Of(cause));
        yield return new StubAsk(Prefer: $"cause={cause.Name}");
        if (Operations.Get(operation).CreatesJob)
        {
            yield return new StubAsk(Tag: $"[[{cause.Name}]]");
        }
    }

    /// <summary>The way in a few words.</summary>
    public override string ToString() => Key is not null ? $"key {Key}" : Prefer is not null ? $"Prefer: {Prefer}" : Tag is not null ? $"tag {Tag}" : "asked for nothing";
}
