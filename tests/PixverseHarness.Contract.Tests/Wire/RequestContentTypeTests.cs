using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Contract.Tests.Wire;

public sealed class RequestContentTypeTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData(" application/json ;charset=utf-8")]
    [InlineData("multipart/form-data; boundary=x")]
    public void IsAccepted_JsonOrForm_IsTrue(string contentType) => Assert.True(RequestContentType.IsAccepted(contentType));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/jsonp")]
    [InlineData("application/x-json")]
    [InlineData("text/plain; application/json")]
    public void IsAccepted_AnythingElse_IsFalse(string? contentType) => Assert.False(RequestContentType.IsAccepted(contentType));
}
