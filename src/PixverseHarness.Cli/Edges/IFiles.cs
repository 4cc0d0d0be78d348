namespace PixverseHarness.Cli.Edges;

/// <summary>The files that the user names.</summary>
internal interface IFiles
{
    /// <summary>Whether a file is there.</summary>
    bool Exists(string path);

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="IOException">The file is absent or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading it is not allowed.</exception>
    byte[] ReadAllBytes(string path);

    /// <summary>Creates a file, and the folders above it; replaces one that is there.</summary>
    /// <exception cref="IOException">The file cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing it is not allowed.</exception>
    Stream Create(string path);

    /// <summary>Opens a file to write at its end; creates it, and the folders above it, where there is none.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Writing it is not allowed.</exception>
    Stream Append(string path);

    /// <summary>Names of the files in a folder, without those of folders below it; empty when there is no such folder.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading it is not allowed.</exception>
    IReadOnlyList<string> List(string folder);

    /// <summary>Deletes a file if it is there.</summary>
    /// <exception cref="IOException">The file cannot be deleted.</exception>
    /// <exception cref="UnauthorizedAccessException">Deleting it is not allowed.</exception>
    void Delete(string path);

    /// <summary>
    /// Puts what was flushed to a file opened here on disk, so that it survives the machine. From any thread: the stream itself, which
    /// is for one at a time, is not touched. The disk is not waited for before this returns: whoever writes can go on meanwhile, and
    /// what he writes then is no part of it.
    /// </summary>
    Task CommitAsync(Stream file);
}
