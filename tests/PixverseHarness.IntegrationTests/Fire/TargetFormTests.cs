using PixverseHarness.Simulator.Hosting.Kestrel;

namespace PixverseHarness.IntegrationTests.Fire;

/// <summary>The forms that a request target can have (RFC 9112, 3.2).</summary>
public sealed class TargetFormTests
{
    [Theory]
    [InlineData("/v2/requests/a%20b%2Fc/status?x=1")]
    [InlineData("http://x/v2/requests/a%20b%2Fc/status?x=1")]
    [InlineData("http://x/v2/requests/a%20b%2Fc/status")]
    public async Task Target_OriginOrAbsolute_LeadsToTheSamePathAsSent(string target)
    {
        await using var twin = await PixverseTwin.StartAsync(TimeProvider.System);
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        using var connection = await RawConnection.OpenAsync(twin.Origin, bound.Token);

        await connection.SendAsync($"GET {target} HTTP/1.1\r\nHost: x\r\nx-api-key: k\r\nConnection: close\r\n\r\n", bound.Token);
        var answer = Assert.Single(RawAnswer.ReadAll(await connection.ReadToEndAsync(bound.Token), toHead: false));

        Assert.Equal((404, "Request a b/c not found"), (answer.Status, System.Text.Json.JsonDocument.Parse(answer.Body).RootElement.GetProperty("error").GetString()));
        Assert.Equal("/v2/requests/a%20b%2Fc/status", Assert.Single(twin.Journal).Path);
    }
}
