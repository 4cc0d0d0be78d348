using PixverseHarness.Contract.Parameters;

namespace PixverseHarness.Client.Tests;

/// <summary>The samples of docs/client.md, word for word; <see cref="ClientPageTests"/> compares the texts and runs them.</summary>
internal static class ClientSamples
{
    public static PixverseClient Create(string apiKey, TimeProvider clock)
    {
        // sample: create
        var client = PixverseClient.Create(apiKey, clock);
        // end
        return client;
    }

    public static PixverseClient CreateLocal(string apiKey, TimeProvider clock)
    {
        // sample: create-local
        var client = PixverseClient.Create(apiKey, clock, new Uri("http://127.0.0.1:5000/s/my-test/v1"));
        // end
        return client;
    }

    public static async Task GenerateAsync(PixverseClient client, Stream file, TextWriter log)
    {
        // sample: generate
        var request = new VideoRequest
        {
            Prompt = "A fox crosses a frozen lake at dawn",
            Quality = Quality.P720,
            AspectRatio = AspectRatio.Landscape16x9,
        };

        try
        {
            var video = await client.GenerateAsync(request, deadline: TimeSpan.FromMinutes(10));
            (await client.DownloadAsync(video, file)).ValueOrThrow();
        }
        catch (PixverseJobFailedException failed)
        {
            // The job ran and failed; it is not billed.
            log.WriteLine($"{failed.RequestId} failed after {failed.Metrics.InferenceTime}: {failed.Detail}");
        }
        catch (PixverseTimeoutException late)
        {
            // The job goes on and may be billed: keep its id, do not submit it again.
            log.WriteLine($"{late.RequestId} is still {late.LastState}");
        }
        // end
    }

    public static async Task<WaitOutcome> RepollAsync(PixverseClient client, string requestId)
    {
        // sample: repoll
        var job = client.GetJob(requestId);
        var outcome = await client.WaitAsync(job, deadline: TimeSpan.FromMinutes(5));
        // end
        return outcome;
    }

    public static async Task<WaitOutcome?> StepsAsync(PixverseClient client, VideoRequest request, TextWriter log)
    {
        // sample: steps
        var submitted = await client.SubmitAsync(request);
        if (!submitted.TryGetValue(out var job))
        {
            switch (submitted.Failure)
            {
                case Rejected { ResetAt: { } reset }:
                    log.WriteLine($"rate limited until {reset:O}");
                    break;
                case Rejected rejected:
                    log.WriteLine($"refused: {string.Join(" or ", rejected.Causes.Select(c => c.Name))}");
                    break;
                case { MayHaveCreatedJob: true } lost:
                    log.WriteLine($"a job may exist and be billed: {lost}");
                    break;
                case { } failure:
                    log.WriteLine($"not sent: {failure}");
                    break;
            }

            return null;
        }

        var policy = PollPolicy.Jittered(TimeSpan.FromSeconds(2), spread: 0.25, seed: 1);
        var outcome = await client.WaitAsync(job, deadline: TimeSpan.FromMinutes(10), policy);
        log.WriteLine(outcome.End switch
        {
            WaitEnd.Completed => $"video at {outcome.Video!.Url}, cost {outcome.Video.Metrics.Cost}",
            WaitEnd.TimedOut => $"{job.RequestId} goes on; last state {outcome.LastState}",
            _ => $"no video: {outcome.Failure}",
        });
        // end
        return outcome;
    }

    // sample: policy
    public sealed class AroundTheAverage : PollPolicy
    {
        // Jobs take about 44 s: look rarely before that, closely around it.
        public override TimeSpan NextDelay(int attempt, TimeSpan elapsed, TimeSpan? hint) =>
            TimeSpan.FromSeconds(elapsed.TotalSeconds < 30 ? 10 : 1.5);
    }
    // end
}
