using PixverseHarness.Client.Tests.Support;
using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Client.Tests.Wire;

public sealed class ApiAddressTests
{
    [Theory]
    [InlineData("https://api.segmind.com", "https://api.segmind.com/v2/pixverse-text2video")]
    [InlineData("https://api.segmind.com/", "https://api.segmind.com/v2/pixverse-text2video")]
    [InlineData("https://api.segmind.com/v1", "https://api.segmind.com/v2/pixverse-text2video")]
    [InlineData("http://127.0.0.1:5000/v2/", "http://127.0.0.1:5000/v2/pixverse-text2video")]
    [InlineData("http://127.0.0.1:5000/s/name/v1", "http://127.0.0.1:5000/s/name/v2/pixverse-text2video")]
    [InlineData("http://127.0.0.1:5000/s/name", "http://127.0.0.1:5000/s/name/v2/pixverse-text2video")]
    [InlineData("http://127.0.0.1:5000/s/v1/v1", "http://127.0.0.1:5000/s/v1/v2/pixverse-text2video")]
    [InlineData("http://127.0.0.1:5000/s/rev1", "http://127.0.0.1:5000/s/rev1/v2/pixverse-text2video")]
    [InlineData("http://v1", "http://v1/v2/pixverse-text2video")]
    public void SubmitUri_BaseAddress_LosesAVersionAndKeepsThePrefix(string baseAddress, string expected) =>
        Assert.Equal(expected, new ApiAddress(new Uri(baseAddress)).SubmitUri.AbsoluteUri);

    [Theory]
    [InlineData("http://127.0.0.1:5000/s/name/v2/requests/x", true)]
    [InlineData("HTTP://127.0.0.1:5000/s/name/v9/anything", true)]
    [InlineData("https://127.0.0.1:5000/s/name/v2/requests/x", false)]
    [InlineData("http://127.0.0.1:5001/s/name/v2/requests/x", false)]
    [InlineData("http://localhost:5000/s/name/v2/requests/x", false)]
    [InlineData("http://127.0.0.1.evil.test:5000/s/name/v2/requests/x", false)]
    [InlineData("http://127.0.0.1:5000@evil.test/s/name/v2/requests/x", false)]
    [InlineData("http://user:word@127.0.0.1:5000/s/name/v2/requests/x", false)]
    [InlineData("http://127.0.0.1:5000/s/name2/v2/requests/x", false)]
    [InlineData("http://127.0.0.1:5000/s/name", false)]
    [InlineData("http://127.0.0.1:5000/s/name/../other/v2/requests/x", false)]
    [InlineData("http://127.0.0.1:5000/s/name/%2e%2e/other/v2/requests/x", false)]
    [InlineData("http://127.0.0.1:5000/s/name\\..\\other", false)]
    public void Holds_Url_OnlySameOriginAndPrefix(string url, bool held) =>
        Assert.Equal(held, new ApiAddress(new Uri("http://127.0.0.1:5000/s/name/v1")).Holds(new Uri(url)));

    [Theory]
    [InlineData("a/b?c#d", "a%2Fb%3Fc%23d")]
    [InlineData("a b\u00E9", "a%20b%C3%A9")]
    [InlineData("../x", "..%2Fx")]
    public void UriOf_IdWithSpecialCharacters_StaysOnePathStep(string id, string escaped) =>
        Assert.Equal(
            $"https://api.segmind.com/v2/requests/{escaped}/status",
            new ApiAddress(Operations.LiveOrigin).UriOf(ApiOperation.GetStatus, id).AbsoluteUri);

    [Fact]
    public void SubmitAsync_UrlsUnderTheBaseAddress_AreFollowed()
    {
        var bench = new Bench("http://127.0.0.1:5000/s/name/v1");
        bench.Handler
            .Json(200, """{"request_id":"abc","status_url":"http://127.0.0.1:5000/s/name/v3/st/abc","response_url":"http://127.0.0.1:5000/s/name/v3/abc"}""")
            .Json(200, WireBodies.Completed).Json(200, WireBodies.Result);

        var job = bench.Run(() => bench.Client.SubmitAsync(Bench.Fox)).ValueOrThrow();
        bench.Run(() => bench.Client.WaitAsync(job, TimeSpan.FromMinutes(1)));

        Assert.Empty(job.Warnings);
        Assert.Equal(["POST /s/name/v2/pixverse-text2video", "GET /s/name/v3/st/abc", "GET /s/name/v3/abc"], bench.Handler.Lines);
    }

    [Fact]
    public void GetStatusAsync_JobOfAnotherClient_UsesThisClientsAddress()
    {
        var other = new Bench("http://127.0.0.1:5000");
        other.Handler.Json(200, """{"request_id":"abc","status_url":"http://127.0.0.1:5000/x","response_url":"http://127.0.0.1:5000/y"}""");
        var job = other.Run(() => other.Client.SubmitAsync(Bench.Fox)).ValueOrThrow();
        var bench = new Bench();
        bench.Handler.Json(200, WireBodies.Processing);

        bench.Run(() => bench.Client.GetStatusAsync(job));

        Assert.Equal("https://api.segmind.com/v2/requests/abc/status", bench.Handler.Seen[0].Url);
    }
}
