using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Time.Testing;

namespace PixverseHarness.Client.Tests.Support;

/// <summary>
/// Runs a test on one thread: posts run in order, and when none is left the clock moves by one step. A post from another
/// thread fails the test, since code that needs a thread pool cannot run in virtual time.
/// </summary>
internal sealed class Pump : SynchronizationContext
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);
    private readonly Queue<(SendOrPostCallback Callback, object? State)> posts = new();
    private readonly Thread thread = Thread.CurrentThread;
    private string? foreignPost;

    public static void Run(FakeTimeProvider clock, Func<Task> body)
    {
        var before = Current;
        var pump = new Pump();
        SetSynchronizationContext(pump);
        try
        {
            pump.RunToEnd(clock, body());
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public static T Run<T>(FakeTimeProvider clock, Func<Task<T>> body)
    {
        var result = default(T);
        Run(clock, async () => { result = await body(); });
        return result!;
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Thread.CurrentThread != thread)
        {
            foreignPost = Thread.CurrentThread.Name ?? "a thread of the pool";
        }

        posts.Enqueue((d, state));
    }

    private void RunToEnd(FakeTimeProvider clock, Task task)
    {
        var end = clock.GetUtcNow() + Longest;
        while (true)
        {
            while (posts.TryDequeue(out var post))
            {
                post.Callback(post.State);
            }

            Assert.Null(foreignPost);
            if (task.IsCompleted)
            {
                if (task.Exception is { } exception)
                {
                    ExceptionDispatchInfo.Throw(exception.InnerException!);
                }

                return;
            }

            Assert.True(clock.GetUtcNow() < end, "The test had not ended after two hours of its clock.");
            clock.Advance(Step);
        }
    }
}
