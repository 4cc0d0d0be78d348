using System.Text.Json;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Targets;

namespace PixverseHarness.Cli.Verify;

/// <summary>Finds out what answers at a URL before anything is checked.</summary>
internal sealed class TargetProbe(HttpMessageInvoker invoker, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What is there, and by how much a twin shortens its times.</summary>
    /// <param name="baseUrl">Origin and path in front of /v1 and /v2.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FaultException">Nothing is there, or it is something else (PXH0601 to PXH0603).</exception>
    public async Task<(TargetKind Kind, double Shortened)> AskAsync(string baseUrl, CancellationToken cancellationToken)
    {
        var (status, body, _) = await GetAsync($"{baseUrl}/__admin/settings", baseUrl, cancellationToken);
        if (status == 200 && Pace(body) is { } pace)
        {
            return (TargetKind.Twin, pace);
        }

        var (refused, text, type) = await GetAsync(baseUrl + Operations.Get(ApiOperation.GetCredits).PathTemplate, baseUrl, cancellationToken);
        return refused == 401 || (type == "application/json" && text.Contains("\"error\"", StringComparison.Ordinal)) || text.Contains("\"credits\"", StringComparison.Ordinal)
            ? (TargetKind.Implementation, 1)
            : throw Refusal(VerifyMessages.NotThisApi, $"{Quoted.Of(baseUrl)} answers {refused} to a credits call without a key, not 401");
    }

    private async Task<(int Status, string Body, string? Type)> GetAsync(string url, string baseUrl, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            using var response = await invoker.SendAsync(request, either.Token);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(either.Token), response.Content.Headers.ContentType?.MediaType);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Refusal(VerifyMessages.TargetDown, $"{Quoted.Of(baseUrl)} gave no answer within {Patience.TotalSeconds:0} s");
        }
        catch (HttpRequestException broken) when (broken.HttpRequestError is HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded)
        {
            throw Refusal(VerifyMessages.NotHttp, $"{Quoted.Of(baseUrl)} answers something that is no HTTP");
        }
        catch (HttpRequestException broken)
        {
            throw Refusal(VerifyMessages.TargetDown, $"{Quoted.Of(baseUrl)} cannot be reached: {(broken.InnerException ?? broken).Message.TrimEnd('.')}");
        }
    }

    private static double? Pace(string body)
    {
        try
        {
            using var settings = JsonDocument.Parse(body);
            return settings.RootElement.TryGetProperty("pace", out var pace) && pace.TryGetDouble(out var factor) ? factor : null;
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static FaultException Refusal(MessageCode code, string what) => new(new Fault(code, what) { Where = "--target" });
}
