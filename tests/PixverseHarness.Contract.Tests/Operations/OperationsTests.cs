using PixverseHarness.Contract.Operations;
using Catalogue = PixverseHarness.Contract.Operations.Operations;

namespace PixverseHarness.Contract.Tests.Operations;

public sealed class OperationsTests
{
    public static TheoryData<string, string> OnThePage()
    {
        var data = new TheoryData<string, string>();
        foreach (var operation in ApiPage.All("operations"))
        {
            data.Add(operation.Text("method"), operation.Text("path"));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(OnThePage))]
    public void All_OperationOfTheApiPage_IsThereOnce(string method, string path) =>
        Assert.Single(Catalogue.All, o => o.Method == method && o.PathTemplate == path);

    [Theory]
    [InlineData(ApiOperation.GenerateSync, "generate-sync", "POST", "/v1/pixverse-text2video", "video/mp4", true, false)]
    [InlineData(ApiOperation.Submit, "submit", "POST", "/v2/pixverse-text2video", "application/json", true, false)]
    [InlineData(ApiOperation.GetStatus, "status", "GET", "/v2/requests/{id}/status", "application/json", false, true)]
    [InlineData(ApiOperation.GetResult, "result", "GET", "/v2/requests/{id}", "application/json", false, true)]
    [InlineData(ApiOperation.GetV1Result, "v1-result", "GET", "/v1/requests/{id}", "application/json", false, true)]
    [InlineData(ApiOperation.GetCredits, "credits", "GET", "/v1/get-user-credits", "application/json", false, false)]
    public void Get_EveryOperation_IsAsTheFactsSheetSays(
        ApiOperation operation, string name, string method, string path, string contentType, bool createsJob, bool readsJob)
    {
        var spec = Catalogue.Get(operation);

        Assert.Equal(operation, spec.Operation);
        Assert.Equal(name, spec.Name);
        Assert.Equal(method, spec.Method);
        Assert.Equal(path, spec.PathTemplate);
        Assert.Equal(contentType, spec.SuccessContentType);
        Assert.Equal(createsJob, spec.CreatesJob);
        Assert.Equal(readsJob, spec.ReadsJob);
        Assert.Same(spec, Catalogue.Find(name));
    }

    [Fact]
    public void All_Order_IsThatOfTheEnum() =>
        Assert.Equal(Enum.GetValues<ApiOperation>(), Catalogue.All.Select(o => o.Operation));

    [Fact]
    public void Names_SharedByOperations_AreThoseOfTheApiPage()
    {
        Assert.Equal(Catalogue.Slug, ApiPage.Get("slug").GetString());
        Assert.Equal(ApiPage.Get("host").GetString(), Catalogue.LiveOrigin.GetLeftPart(UriPartial.Authority));
        Assert.Equal(Catalogue.KeyHeader, ApiPage.Get("authentication.header").GetString());
        Assert.Equal("x-rate-limit-reset-at-utc", Catalogue.RateLimitResetHeader);
        Assert.Equal(200, OperationSpec.SuccessStatus);
    }

    [Theory]
    [InlineData("9b1e44c07d3a5f2286e0c1d4ab97f035", "/v2/requests/9b1e44c07d3a5f2286e0c1d4ab97f035/status")]
    [InlineData("a/b?c d", "/v2/requests/a%2Fb%3Fc%20d/status")]
    public void PathFor_AnyId_StaysOneSegment(string id, string path) =>
        Assert.Equal(path, Catalogue.Get(ApiOperation.GetStatus).PathFor(id));

    [Theory]
    [InlineData("")]
    [InlineData("Submit")]
    [InlineData("cancel")]
    public void Find_UnknownName_IsNull(string name) => Assert.Null(Catalogue.Find(name));
}
