namespace PixverseHarness.Cli.Edges;

/// <summary>Tells a full disk from other failures to write.</summary>
internal static class NoRoom
{
    // ENOSPC and EDQUOT of Linux, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows: the runtime keeps the system's number.
    private static readonly int[] Numbers = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Whether a full disk or quota is why something failed.</summary>
    public static bool IsWhy(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is IOException && Numbers.Contains(failure.HResult))
            {
                return true;
            }
        }

        return false;
    }
}
