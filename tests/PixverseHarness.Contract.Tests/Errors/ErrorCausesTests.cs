using PixverseHarness.Contract.Clauses;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Tests.Errors;

public sealed class ErrorCausesTests
{
    /// <summary>Typed from the facts sheet, sections 2 to 9: name, status under the documented profile.</summary>
    private static readonly Dictionary<string, int> Statuses = new(StringComparer.Ordinal)
    {
        ["malformed_body"] = 400,
        ["missing_parameter"] = 400,
        ["invalid_parameter"] = 400,
        ["unknown_path"] = 400,
        ["missing_key"] = 401,
        ["invalid_key"] = 401,
        ["bearer_key"] = 401,
        ["forbidden"] = 403,
        ["model_not_found"] = 404,
        ["request_not_found"] = 404,
        ["result_expired"] = 404,
        ["no_credits_record"] = 404,
        ["method_not_allowed"] = 405,
        ["insufficient_credits"] = 406,
        ["wrong_content_type"] = 406,
        ["parameter_value_rejected"] = 406,
        ["spend_limit"] = 406,
        ["model_retired"] = 410,
        ["body_too_large"] = 413,
        ["generation_failed"] = 422,
        ["content_blocked"] = 422,
        ["late_validation"] = 422,
        ["upstream_busy"] = 422,
        ["rate_limited"] = 429,
        ["server_error"] = 500,
        ["sync_timeout"] = 500,
        ["bad_gateway"] = 502,
        ["gateway_timeout"] = 504,
    };

    public static TheoryData<string> Names { get; } = [.. ErrorCauses.All.Select(c => c.Name)];

    public static TheoryData<string, int> OnThePage()
    {
        var data = new TheoryData<string, int>();
        foreach (var error in ApiPage.All("errors"))
        {
            data.Add(error.Text("name"), error.GetProperty("status").GetInt32());
        }

        return data;
    }

    [Fact]
    public void All_NamesAndStatuses_AreThoseOfTheFactsSheet()
    {
        Assert.Equal(Statuses.Keys, ErrorCauses.All.Select(c => c.Name));
        Assert.Equal(Statuses.Values, ErrorCauses.All.Select(c => c.Status));
    }

    [Theory]
    [MemberData(nameof(OnThePage))]
    public void All_ErrorOfTheApiPage_HasADocumentedCause(string name, int status) =>
        Assert.True(
            ErrorCauses.All.Any(c => c.Status == status && c.Evidence.Confidence == Confidence.Documented),
            $"'{name}' ({status}) has no documented cause.");

    [Fact]
    public void All_EndOfAFailedJob_IsTheStatusOfTheApiPage()
    {
        var failed = ApiPage.Get("lifecycle.failedHttpStatus").GetInt32();
        var gone = ApiPage.Get("lifecycle.unknownOrExpiredHttpStatus").GetInt32();

        Assert.Equal(4, ErrorCauses.All.Count(c => c.Stage == ErrorStage.Job));
        Assert.All(ErrorCauses.All, c => Assert.Equal(c.Stage == ErrorStage.Job, c.Status == failed));
        Assert.Equal(gone, ErrorCauses.RequestNotFound.Status);
        Assert.Equal(gone, ErrorCauses.ResultExpired.Status);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void StatusFor_EveryProfileAndOperation_DiffersOnlyForCreditsOnV2AndJobsOnV1(string name)
    {
        var cause = ErrorCauses.Find(name)!;

        foreach (var profile in new[] { ApiProfile.Documented, ApiProfile.Observed })
        {
            foreach (var operation in cause.Operations)
            {
                var expected = (name, profile.Name, operation) switch
                {
                    ("insufficient_credits", "observed", ApiOperation.Submit) => 402,
                    ("generation_failed" or "content_blocked" or "late_validation" or "upstream_busy", _, ApiOperation.GenerateSync) => 500,
                    _ => Statuses[name],
                };
                Assert.Equal(expected, cause.StatusFor(profile, operation));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void All_EveryCause_IsWellFormed(string name)
    {
        var cause = ErrorCauses.Find(name)!;

        Assert.Matches("^[a-z]+(_[a-z0-9]+)*$", cause.Name);
        Assert.NotEmpty(cause.When);
        Assert.NotEmpty(cause.Message);
        Assert.NotEmpty(cause.Operations);
        Assert.Equal(cause.Operations.Distinct(), cause.Operations);
        Assert.All(Enum.GetValues<ApiOperation>(), o => Assert.Equal(cause.Operations.Contains(o), cause.AppliesTo(o)));
        Assert.Equal(name == "method_not_allowed", cause.IsHtml);
    }

    [Fact]
    public void All_FourOhSix_HasFourCauses() => Assert.Equal(4, ErrorCauses.All.Count(c => c.Status == 406));

    [Theory]
    [InlineData("missing_key", "Missing Authorization or x-api-key in header")]
    [InlineData("wrong_content_type", "Invalid content type")]
    [InlineData("request_not_found", "Request {id} not found")]
    [InlineData("result_expired", "Request {id} not found")]
    [InlineData("no_credits_record", "No credits found for the user")]
    [InlineData("rate_limited", "rate_limit_exceeded")]
    [InlineData("sync_timeout", "Internal Polling Error")]
    public void Message_WhereASourceShowsTheWords_HasThem(string name, string words)
    {
        var cause = ErrorCauses.Find(name)!;

        Assert.True(cause.WordingIsKnown);
        Assert.Equal(words, cause.Message);
    }

    [Fact]
    public void Retry_OfACauseThatAMereRepeatCanCure_IsOnlyForReadsOrAfterTheReset()
    {
        Assert.Equal(["rate_limited"], With(RetryAdvice.WaitForReset));
        Assert.Equal(["server_error", "bad_gateway", "gateway_timeout"], With(RetryAdvice.RetryReadsBackOff));
        Assert.Equal(["generation_failed", "upstream_busy"], With(RetryAdvice.SubmitAgain));
        Assert.Equal(["result_expired"], With(RetryAdvice.TooLate));

        static IEnumerable<string> With(RetryAdvice advice) => ErrorCauses.All.Where(c => c.Retry == advice).Select(c => c.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Forbidden")]
    [InlineData("payment_required")]
    public void Find_UnknownName_IsNull(string name) => Assert.Null(ErrorCauses.Find(name));
}
