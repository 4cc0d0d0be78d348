using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Tests.Conversations;

public sealed class ConversationTests
{
    [Fact]
    public async Task SendAsync_ConnectionBreaks_IsAnExchangeWithAFailure()
    {
        var conversation = Over(_ => throw new HttpRequestException("The connection was reset."));

        var exchange = await conversation.CreditsAsync(CancellationToken.None);

        Assert.Equal(0, exchange.Status);
        Assert.Equal("The connection was reset", exchange.Failure);
    }

    [Fact]
    public async Task SendAsync_ContentType_GoesOutAsItStands()
    {
        string? seen = null;
        var conversation = Over(request =>
        {
            seen = request.Content!.Headers.NonValidated["Content-Type"].ToString();
            return ScriptedTarget.Json(406, "{}");
        });

        await conversation.SendAsync(conversation.Post(ApiOperation.Submit, "{}"u8.ToArray()) with { ContentType = "not a type" }, CancellationToken.None);

        Assert.Equal("not a type", seen);
    }

    [Theory]
    [InlineData("""{"metrics":{"cost":0.375}}""", "/metrics/cost", "0.375")]
    [InlineData("""{"metrics":{}}""", "/metrics/cost", null)]
    [InlineData("""{"metrics":5}""", "/metrics/cost", null)]
    [InlineData("[1]", "/metrics", null)]
    [InlineData("<html>", "/metrics", null)]
    public async Task At_Pointer_IsTheValueOrNull(string body, string pointer, string? raw)
    {
        var exchange = await Over(_ => ScriptedTarget.Json(200, body)).CreditsAsync(CancellationToken.None);

        Assert.Equal(raw, exchange.At(pointer)?.GetRawText());
    }

    [Fact]
    public async Task TextAt_EscapesThatMakeNoText_IsNull()
    {
        var exchange = await Over(_ => ScriptedTarget.Json(200, """{"error":"\ud800"}""")).CreditsAsync(CancellationToken.None);

        Assert.Null(exchange.TextAt("/error"));
    }

    private static Conversation Over(Func<HttpRequestMessage, HttpResponseMessage> answer) => new(new ScriptedTarget(answer).Scene());
}
