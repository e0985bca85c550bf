package com.aiqleads.compiler;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import javax.inject.Named;
import javax.lang.model.SourceVersion;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.codehaus.plexus.compiler.javac.JavaxToolsCompiler;

/// The compiler that Maven would use, but for one thing: Error Prone is not loaded anew for each
/// compilation. It goes before Maven's by its name.
@Named("default")
public class KeptChecksCompiler extends JavaxToolsCompiler {

  @Override
  protected JavaCompiler newJavaCompiler() {
    JavaCompiler compiler = super.newJavaCompiler();
    return new JavaCompiler() {

      @Override
      public StandardJavaFileManager getStandardFileManager(
          DiagnosticListener<? super JavaFileObject> listener, Locale locale, Charset charset) {
        return new KeptChecksFiles(compiler.getStandardFileManager(listener, locale, charset));
      }

      @Override
      public CompilationTask getTask(
          Writer out,
          JavaFileManager files,
          DiagnosticListener<? super JavaFileObject> listener,
          Iterable<String> options,
          Iterable<String> classes,
          Iterable<? extends JavaFileObject> units) {
        return compiler.getTask(out, files, listener, options, classes, units);
      }

      @Override
      public int run(InputStream in, OutputStream out, OutputStream err, String... arguments) {
        return compiler.run(in, out, err, arguments);
      }

      @Override
      public Set<SourceVersion> getSourceVersions() {
        return compiler.getSourceVersions();
      }

      @Override
      public int isSupportedOption(String option) {
        return compiler.isSupportedOption(option);
      }
    };
  }
}
