using PixverseHarness.Contract.Parameters;
using PixverseHarness.TestKit;

namespace PixverseHarness.Client.Tests.Support;

/// <summary>A client, its script and its clock.</summary>
internal sealed class Bench
{
    public const string Key = "SG_0123456789abcdef";

    public Bench(string? baseAddress = null, string? key = Key, Func<PixverseClientOptions, PixverseClientOptions>? change = null)
    {
        Handler = new ScriptedHandler(Clock);
        var options = new PixverseClientOptions { ApiKey = key, BaseAddress = new Uri(baseAddress ?? "https://api.segmind.com") };
        Client = new PixverseClient(new HttpMessageInvoker(Handler), change?.Invoke(options) ?? options, Clock);
    }

    public static VideoRequest Fox { get; } = new() { Prompt = "A fox crosses a frozen lake" };

    public MovedClock Clock { get; } = new();

    public ScriptedHandler Handler { get; }

    public PixverseClient Client { get; }

    public PixverseJob Job => Client.GetJob(WireBodies.Id);

    public T Run<T>(Func<Task<T>> body) => Pump.Run(Clock, body);

    public T Run<T>(Func<ValueTask<T>> body) => Pump.Run(Clock, async () => await body());

    public WaitOutcome Wait(TimeSpan deadline, PollPolicy? policy = null, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Run(() => Client.WaitAsync(Job, deadline, policy ?? PollPolicy.Fixed(TimeSpan.FromSeconds(2)), progress, cancellationToken));
}
