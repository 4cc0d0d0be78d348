using System.Text;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Protocol;
using static PixverseHarness.Simulator.Tests.TwinUnderTest;

namespace PixverseHarness.Simulator.Tests.Sessions;

/// <summary>The checks of a POST in the order of segmind-api.md 14: each test breaks everything from one check on.</summary>
public sealed class CheckOrderTests
{
    private const string V2 = "/v2/pixverse-text2video";

    [Fact]
    public void Handle_WrongMethodAndNoKey_Answers405InHtml()
    {
        var answer = new TwinUnderTest().Get(V2, key: null);

        Assert.Equal(405, StatusOf(answer));
        Assert.StartsWith("text/html", Plain(answer).ContentType, StringComparison.Ordinal);
        Assert.Contains("<h1>Method Not Allowed</h1>", Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public void Handle_NoKeyAndUnknownModel_Answers401()
    {
        var answer = new TwinUnderTest().Post("/v2/no-such-model", "{", key: null, contentType: null);

        Assert.Equal(401, StatusOf(answer));
        Assert.Equal("Missing Authorization or x-api-key in header", Json(answer).GetProperty("error").GetString());
    }

    [Fact]
    public void Handle_BearerInsteadOfKey_Answers401WithTheOtherText()
    {
        var twin = new TwinUnderTest();

        var answer = twin.Core.Handle(new TwinRequest { Method = "POST", Path = V2, Origin = Origin, HasAuthorization = true });

        Assert.Equal(401, StatusOf(answer));
        Assert.StartsWith("Unauthorized.", Json(answer).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Handle_KeyThatIsNotListed_Answers401()
    {
        var twin = new TwinUnderTest(new TwinOptions { Keys = ["SG_aaaaaaaaaaaaaaaa"] });

        Assert.Equal(401, StatusOf(twin.Submit(key: Key)));
        Assert.Equal(200, StatusOf(twin.Submit(key: "SG_aaaaaaaaaaaaaaaa")));
    }

    [Fact]
    public void Handle_UnknownModelAndWrongContentType_Answers404()
    {
        Assert.Equal(404, StatusOf(new TwinUnderTest().Post("/v2/no-such-model", "{", contentType: "text/plain")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public void Handle_WrongContentTypeAndMalformedBody_Answers406(string? contentType)
    {
        var answer = new TwinUnderTest().Post(V2, "{", contentType: contentType);

        Assert.Equal(406, StatusOf(answer));
        Assert.Equal("Invalid content type", Json(answer).GetProperty("error").GetString());
    }

    [Fact]
    public void Handle_MalformedBodyAndNoCredits_Answers400()
    {
        var twin = new TwinUnderTest(new TwinOptions { Credits = MicroDollars.Zero });

        Assert.Equal(400, StatusOf(twin.Post(V2, "{\"prompt\":")));
        Assert.Equal(400, StatusOf(twin.Post(V2, "[1]")));
    }

    [Fact]
    public void Handle_BodyTooLarge_Answers413()
    {
        var twin = new TwinUnderTest();

        var answer = twin.Core.Handle(new TwinRequest { Method = "POST", Path = V2, Origin = Origin, ApiKey = Key, BodyTooLarge = true });

        Assert.Equal(413, StatusOf(answer));
    }

    [Fact]
    public void Handle_LimitUsedUpAndNoCredits_Answers429First()
    {
        var twin = new TwinUnderTest(new TwinOptions { RequestsPerMinute = 1, Credits = PriceTable.Lowest });

        Assert.Equal(200, StatusOf(twin.Submit()));
        var refused = twin.Submit();

        Assert.Equal(429, StatusOf(refused));
        Assert.Equal("2026-10-01T12:01:00Z", Header(refused, "x-rate-limit-reset-at-utc"));
        Assert.Null(Header(refused, "retry-after"));
    }

    [Theory]
    [InlineData("documented", 406)]
    [InlineData("observed", 402)]
    public void Handle_TooFewCredits_AnswersWithTheProfilesStatusAndBothAmounts(string profile, int status)
    {
        var twin = new TwinUnderTest(new TwinOptions { Profile = ApiProfile.Find(profile)!, Credits = MicroDollars.FromDollars(0.1m) });

        var answer = twin.Submit();

        Assert.Equal(status, StatusOf(answer));
        Assert.Equal("Insufficient credits. You have 0.1 credits, this call needs 0.375.", Json(answer).GetProperty("error").GetString());
        Assert.Equal(406, StatusOf(twin.Post("/v1/pixverse-text2video", Body())));
    }

    [Theory]
    [InlineData("{\"prompt\":\"x\"}", "missing_parameter")]
    [InlineData("{\"prompt\":\"\",\"aspect_ratio\":\"16:9\",\"duration\":5,\"motion_mode\":\"normal\",\"quality\":\"540p\"}", "invalid_parameter")]
    [InlineData("{\"prompt\":\"x\",\"aspect_ratio\":\"16:9\",\"duration\":8,\"motion_mode\":\"fast\",\"quality\":\"540p\"}", "invalid_parameter")]
    public void Handle_BadParameterUnderDocumented_Answers400AndJournalsTheCause(string body, string cause)
    {
        var twin = new TwinUnderTest();

        Assert.Equal(400, StatusOf(twin.Post(V2, body)));
        Assert.Equal(cause, twin.Core.Journal()[^1].Cause);
        Assert.Equal(0, twin.Core.Ledger().Sum(l => l.Jobs.Accepted));
    }

    [Fact]
    public void Handle_BadParameterUnderObserved_AcceptsAndFailsWithinMilliseconds()
    {
        var twin = new TwinUnderTest(new TwinOptions { Profile = ApiProfile.Observed });

        var id = Json(twin.Post(V2, "{\"prompt\":\"\"}")).GetProperty("request_id").GetString()!;
        twin.Clock.Advance(TimeSpan.FromSeconds(0.5));
        var failed = twin.Status(id);

        Assert.Equal(422, StatusOf(failed));
        Assert.Equal("FAILED", Json(failed).GetProperty("status").GetString());
        Assert.True(Json(failed).GetProperty("metrics").GetProperty("inference_time").GetDecimal() < 0.01m);
        Assert.False(Json(failed).TryGetProperty("request_id", out _));
    }

    [Fact]
    public void Handle_UnknownPath_Answers400()
    {
        Assert.Equal(400, StatusOf(new TwinUnderTest().Get("/openapi.json")));
        Assert.Equal(400, StatusOf(new TwinUnderTest().Get("/v2/requests/a/b/status")));
    }

    [Theory]
    [InlineData("POST", "/workflows/abc")]
    [InlineData("POST", "/upload-asset")]
    [InlineData("POST", "/v2/mock-inference")]
    [InlineData("OPTIONS", V2)]
    [InlineData("HEAD", V2)]
    public void Handle_PartThatIsNotModelled_Answers501WithAReason(string method, string path)
    {
        var answer = new TwinUnderTest().Core.Handle(new TwinRequest { Method = method, Path = path, Origin = Origin, ApiKey = Key });

        Assert.Equal(501, StatusOf(answer));
        Assert.False(string.IsNullOrEmpty(Header(answer, "x-twin-unsupported")));
    }

    [Fact]
    public void Handle_MultipartForm_IsReadLikeJson()
    {
        const string Form = "--b\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\na fox\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"aspect_ratio\"\r\n\r\n1:1\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"duration\"\r\n\r\n8\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"motion_mode\"\r\n\r\nnormal\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"quality\"\r\n\r\n360p\r\n--b--\r\n";
        var twin = new TwinUnderTest();

        Assert.Equal(200, StatusOf(twin.Post(V2, Form, contentType: "multipart/form-data; boundary=b")));
        Assert.Equal(400, StatusOf(twin.Post(V2, Form, contentType: "multipart/form-data")));
        Assert.Equal(400, StatusOf(twin.Post(V2, "--b\r\nnonsense", contentType: "multipart/form-data; boundary=b")));
    }

    [Fact]
    public void Handle_NotUtf8_Answers400()
    {
        var twin = new TwinUnderTest();

        var answer = twin.Core.Handle(new TwinRequest
        {
            Method = "POST", Path = V2, Origin = Origin, ApiKey = Key, ContentType = "application/json",
            Body = Encoding.Latin1.GetBytes("{\"prompt\":\"\u00e9\"}"),
        });

        Assert.Equal(400, StatusOf(answer));
        Assert.Equal(ErrorCauses.MalformedBody.Name, twin.Core.Journal()[^1].Cause);
    }
}
