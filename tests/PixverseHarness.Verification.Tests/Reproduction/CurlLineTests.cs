using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Reproduction;

namespace PixverseHarness.Verification.Tests.Reproduction;

public sealed class CurlLineTests
{
    private static readonly Conversation Conversation = new(new ScriptedTarget(_ => ScriptedTarget.Json(200, "{}")).Scene());

    [Fact]
    public void Of_BodyWithQuotes_StaysOneShellWord()
    {
        var line = LineOf(Conversation.Post(ApiOperation.Submit, "{\"prompt\":\"it's\"}"u8.ToArray()));

        Assert.EndsWith("--data-binary '{\"prompt\":\"it'\\''s\"}'", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_BytesThatAreNoText_ComeAsOctalEscapes() =>
        Assert.EndsWith("--data-binary @<(printf '\\377\\000')", LineOf(Conversation.Post(ApiOperation.Submit, new byte[] { 0xff, 0 })), StringComparison.Ordinal);

    [Fact]
    public void Of_Keys_StandAsVariablesUnlessTheyAreNoSecrets()
    {
        var get = Conversation.Get(ApiOperation.GetCredits);

        Assert.Contains("\"x-api-key: $SEGMIND_API_KEY\"", LineOf(get), StringComparison.Ordinal);
        Assert.Contains("\"x-api-key: $SEGMIND_OTHER_KEY\"", LineOf(get with { Key = Conversation.Scene.OtherKey }), StringComparison.Ordinal);
        Assert.Contains("'x-api-key: made-up'", LineOf(get with { Key = "made-up" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoContentType_TakesCurlsOwnAway() =>
        Assert.Contains("-H 'Content-Type:'", LineOf(Conversation.Post(ApiOperation.Submit, "{}"u8.ToArray()) with { ContentType = null }), StringComparison.Ordinal);

    private static string LineOf(ExchangeRequest request) => CurlLine.Of(request, Conversation.Scene, CurlLine.Quoted(request.Uri.AbsoluteUri));
}
