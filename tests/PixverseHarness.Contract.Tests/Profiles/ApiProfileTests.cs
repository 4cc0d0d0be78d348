using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Tests.Profiles;

public sealed class ApiProfileTests
{
    [Fact]
    public void Documented_FollowsTheApiPage()
    {
        var profile = ApiProfile.Documented;

        Assert.Equal("documented", profile.Name);
        Assert.Equal(ApiPage.All("errors").Single(e => e.Text("name") == "Insufficient Credits").GetProperty("status").GetInt32(), profile.CreditsStatus);
        Assert.Equal(RequestIdFormat.Uuid, profile.IdFormat);
        Assert.Equal(ValidationTiming.Early, profile.Validation);
        Assert.Equal(RejectedValueStatus.BadRequest, profile.RejectedValue);
        Assert.Equal(RetentionAnchor.Submission, profile.Retention);
        Assert.False(profile.PollsCount);
        Assert.False(profile.RefusalsCount);
        Assert.True(profile.FailedBodyHasRequestId);
    }

    [Fact]
    public void Observed_DiffersInFourChoices() =>
        Assert.Equal(
            ["credits=402", "id-format=hex32", "validation=late", "failed-body-id=no"],
            ProfileSwitches.All
                .Where(s => s.Get(ApiProfile.Observed) != s.Get(ApiProfile.Documented))
                .Select(s => $"{s.Name}={s.Get(ApiProfile.Observed)}"));

    [Fact]
    public void Find_Name_IsExact()
    {
        Assert.Same(ApiProfile.Documented, ApiProfile.Find("documented"));
        Assert.Same(ApiProfile.Observed, ApiProfile.Find("observed"));
        Assert.Null(ApiProfile.Find("Observed"));
    }
}
