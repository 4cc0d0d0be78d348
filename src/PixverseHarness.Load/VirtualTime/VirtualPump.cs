namespace PixverseHarness.Load.VirtualTime;

/// <summary>
/// Runs asynchronous code to its end on the calling thread and on virtual time: whatever can run runs, and when nothing can,
/// the clock jumps to the next timer. The same code and seed therefore do the same things in the same order, every time.
/// </summary>
public static class VirtualPump
{
    /// <summary>Runs <paramref name="play"/> on a new clock and gives back what it returns.</summary>
    /// <exception cref="VirtualTimeException">
    /// Something posted from another thread, which makes the order of events depend on the machine; or everything waits
    /// and no timer is left that could end the wait.
    /// </exception>
    public static T Run<T>(Func<VirtualClock, Task<T>> play) => Run(new VirtualClock(), play);

    /// <summary>Runs <paramref name="play"/> on <paramref name="clock"/> and gives back what it returns.</summary>
    /// <exception cref="VirtualTimeException">As for the other overload.</exception>
    public static T Run<T>(VirtualClock clock, Func<VirtualClock, Task<T>> play)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(play);
        var outer = SynchronizationContext.Current;
        var context = new PumpContext();
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            var running = play(clock);
            while (true)
            {
                context.RunAll();
                if (running.IsCompleted)
                {
                    return running.GetAwaiter().GetResult();
                }

                if (!clock.FireNext())
                {
                    throw VirtualTimeException.NothingLeft(clock.Elapsed);
                }
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    /// <summary>Runs <paramref name="play"/> on a new clock.</summary>
    /// <exception cref="VirtualTimeException">As for the other overloads.</exception>
    public static void Run(Func<VirtualClock, Task> play) => Run(async clock =>
    {
        await play(clock);
        return true;
    });
}
