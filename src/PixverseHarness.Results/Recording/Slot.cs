namespace PixverseHarness.Results.Recording;

/// <summary>A place that is filled on first use, without locks: of two threads that race, both get the one that stays.</summary>
internal static class Slot
{
    public static T Ensure<T>(ref T? place)
        where T : class, new()
    {
        if (Volatile.Read(ref place) is { } existing)
        {
            return existing;
        }

        var fresh = new T();
        return Interlocked.CompareExchange(ref place, fresh, null) ?? fresh;
    }
}
