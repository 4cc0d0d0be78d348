using PixverseHarness.Client;
using PixverseHarness.Contract.Parameters;

namespace XunitSample;

/// <summary>The code under test: what a program of yours may look like.</summary>
public sealed class VideoMaker(PixverseClient client)
{
    /// <summary>Makes a video and answers its URL, or a sentence that says why there is none.</summary>
    public async Task<string> MakeAsync(string prompt)
    {
        var submitted = await client.SubmitAsync(new VideoRequest { Prompt = prompt });
        if (!submitted.TryGetValue(out var job))
        {
            return submitted.Failure!.MayHaveCreatedJob ? $"possibly billed, not sent again: {submitted.Failure}" : $"refused: {submitted.Failure}";
        }

        var waited = await client.WaitAsync(job, TimeSpan.FromMinutes(5), PollPolicy.Fixed(TimeSpan.FromMilliseconds(20)));
        return waited.Video?.Url.ToString() ?? $"no video: {waited}";
    }
}
