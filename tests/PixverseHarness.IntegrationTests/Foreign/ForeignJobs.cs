using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace PixverseHarness.IntegrationTests.Foreign;

/// <summary>All jobs and the one balance. Jobs end in the order in which they came, since all take the same time.</summary>
internal sealed class ForeignJobs(TimeProvider clock)
{
    /// <summary>How long a job waits.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(40);

    /// <summary>How long it runs.</summary>
    public static readonly TimeSpan Run = TimeSpan.FromMilliseconds(160);

    private const decimal Start = 100_000;
    private readonly ConcurrentDictionary<string, ForeignJob> _jobs = new(StringComparer.Ordinal);
    private readonly List<ForeignJob> _inOrder = [];
    private readonly Lock _gate = new();

    /// <summary>What is left once the jobs that have ended are paid.</summary>
    public decimal Balance
    {
        get
        {
            lock (_gate)
            {
                return Start - _inOrder.Where(j => StateOf(j) == "COMPLETED").Sum(j => j.Order.Price);
            }
        }
    }

    /// <summary>Takes an order.</summary>
    public ForeignJob Add(ForeignOrder order)
    {
        lock (_gate)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{_inOrder.Count + 1:x8}-5eed-4abc-8def-0123456789ab");
            var seed = order.Seed is >= 0 ? order.Seed.Value : 1000 + _inOrder.Count;
            var job = new ForeignJob(id, order, Text(seed), clock.GetUtcNow());
            _inOrder.Add(job);
            return _jobs[id] = job;
        }
    }

    /// <summary>The job with an id.</summary>
    public ForeignJob? Find(string id) => _jobs.GetValueOrDefault(id);

    /// <summary>The video with a name.</summary>
    public byte[] Clip(string name) => Find(name.Replace(".mp4", "", StringComparison.Ordinal))?.Clip ?? [];

    /// <summary>The state now.</summary>
    public string StateOf(ForeignJob job)
    {
        var age = clock.GetUtcNow() - job.SubmittedAt;
        return age < Wait ? "QUEUED" : age < Wait + Run ? "PROCESSING" : "COMPLETED";
    }

    /// <summary>Waits for the end.</summary>
    public async Task EndAsync(ForeignJob job, CancellationToken cancellationToken)
    {
        while (StateOf(job) != "COMPLETED")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), clock, cancellationToken);
        }
    }

    /// <summary>The balance when a job had been paid.</summary>
    public decimal BalanceAfter(ForeignJob job)
    {
        lock (_gate)
        {
            return Start - _inOrder.Take(_inOrder.IndexOf(job) + 1).Sum(j => j.Order.Price);
        }
    }

    /// <summary>The metrics of a completed job.</summary>
    public JsonObject Metrics(ForeignJob job) => new()
    {
        ["queue_time"] = Wait.TotalSeconds,
        ["inference_time"] = Run.TotalSeconds,
        ["total_time"] = (Wait + Run).TotalSeconds,
        ["cost"] = job.Order.Price,
        ["remaining_credits"] = BalanceAfter(job),
    };

    /// <summary>A number as the wire has it.</summary>
    public static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>Seconds as the wire has them.</summary>
    public static string Seconds(TimeSpan time) => Text(time.TotalSeconds);
}
