using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using PixverseHarness.IntegrationTests.Load;

namespace PixverseHarness.IntegrationTests.Fire;

/// <summary>A real <c>simulate</c> that is told to go while it is busy.</summary>
public sealed class StopSignalTests
{
    private const string Body = """{"prompt":"a red fox","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""";

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Simulate_SignalUnderLoad_FinishesWhatItTookSaysOneLineAndExitsWithZero(string signal)
    {
        using var process = PixverseProcess.Start("simulate", "--port", "0", "--seed", "1", "--output", "json");
        using var listening = JsonDocument.Parse(await process.FirstLineAsync());
        using var http = new HttpClient { BaseAddress = new Uri(listening.RootElement.GetProperty("listening").GetString()!) };
        http.DefaultRequestHeaders.Add("x-api-key", "SG_0000000000000001");
        var answers = new ConcurrentQueue<int>();
        var callers = Enumerable.Range(0, 16).Select(_ => SubmitUntilRefusedAsync(http, answers)).ToArray();
        await process.UntilAsync(() => answers.Count >= 500, "500 answers");

        await process.SendAsync(signal);
        var code = await process.EndAsync();

        await Task.WhenAll(callers);
        Assert.Equal(0, code);
        Assert.All(answers, static status => Assert.Equal(200, status));
        var line = Assert.Single(process.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("stopped after ", line, StringComparison.Ordinal);
    }

    // A connection that is refused or closed between two calls is what a stop looks like; an answer that breaks off is not.
    private static async Task SubmitUntilRefusedAsync(HttpClient http, ConcurrentQueue<int> answers)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v2/pixverse-text2video");
            request.Content = new StringContent(Body, Encoding.UTF8, "application/json");
            HttpResponseMessage response;
            try
            {
                response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            }
            catch (HttpRequestException)
            {
                return;
            }

            using (response)
            {
                using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
                Assert.Equal("QUEUED", answer.RootElement.GetProperty("status").GetString());
                answers.Enqueue((int)response.StatusCode);
            }
        }
    }
}
