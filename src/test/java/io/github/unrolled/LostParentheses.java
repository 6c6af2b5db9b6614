package io.github.unrolled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * A search of compiled classes for floating-point sums and products whose right operand is a sum or
 * product itself, which TeaVM writes without its parentheses.
 *
 * <p>TeaVM inlines locals that are read once and small methods. So an operand is traced as far as
 * the inlining may take it: through locals that are read once, into whatever methods a call may
 * reach, and from a call's arguments to where the method uses them. Any method counts as small. A
 * value that comes from two branches is left out: TeaVM keeps the parentheses around a conditional
 * expression.
 */
final class LostParentheses {
  private final Map<String, ClassNode> classes = new HashMap<>();

  /** The methods with code, by name and descriptor. */
  private final Map<String, List<Method>> methods = new HashMap<>();

  /** The bodies of lambda expressions, by interface, name and descriptor of what they implement. */
  private final Map<String, List<Handle>> lambdas = new HashMap<>();

  private LostParentheses(Collection<Path> files) throws IOException, AnalyzerException {
    for (Path file : files) {
      ClassNode type = new ClassNode();
      new ClassReader(Files.readAllBytes(file)).accept(type, 0);
      classes.put(type.name, type);
      for (MethodNode code : type.methods) {
        if (code.instructions.size() > 0) {
          var frames = new Analyzer<>(new SourceInterpreter()).analyze(type.name, code);
          Method method = new Method(type, code, frames);
          methods.computeIfAbsent(code.name + code.desc, key -> new ArrayList<>()).add(method);
          method.reachable().forEach(this::noteLambda);
        }
      }
    }
  }

  /**
   * Finds all of them.
   *
   * @param files class files
   * @return class, method, file and line of each, as in a stack trace
   */
  static Set<String> in(Collection<Path> files) throws IOException {
    try {
      LostParentheses search = new LostParentheses(files);
      Set<String> places = new TreeSet<>();
      search.methods.values().forEach(some -> some.forEach(method -> search.find(method, places)));
      return places;
    } catch (AnalyzerException e) {
      throw new IOException("Not a class that the compiler wrote", e);
    }
  }

  private void noteLambda(AbstractInsnNode instruction) {
    if (instruction instanceof InvokeDynamicInsnNode lambda
        && lambda.bsmArgs.length > 1
        && lambda.bsmArgs[1] instanceof Handle body) {
      String type = Type.getReturnType(lambda.desc).getInternalName();
      String key = type + "." + lambda.name + lambda.bsmArgs[0];
      lambdas.computeIfAbsent(key, absent -> new ArrayList<>()).add(body);
    }
  }

  private void find(Method method, Set<String> places) {
    for (AbstractInsnNode instruction : method.reachable()) {
      boolean lost = false;
      if (isSumOrProduct(instruction)) {
        lost = isLost(instruction, origins(method, method.operand(instruction, 0)));
      } else if (instruction instanceof MethodInsnNode call) {
        lost = losesAnArgument(method, call);
      }
      if (lost) {
        places.add(method.place(instruction));
      }
    }
  }

  private boolean losesAnArgument(Method method, MethodInsnNode call) {
    int count = Type.getArgumentTypes(call.desc).length;
    for (int i = 0; i < count; i++) {
      Set<AbstractInsnNode> origins = origins(method, method.operand(call, count - 1 - i));
      for (AbstractInsnNode use : origins.isEmpty() ? Set.<AbstractInsnNode>of() : uses(call, i)) {
        if (isLost(use, origins)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSumOrProduct(AbstractInsnNode instruction) {
    return switch (instruction.getOpcode()) {
      case Opcodes.DADD, Opcodes.FADD, Opcodes.DMUL, Opcodes.FMUL -> true;
      default -> false;
    };
  }

  private static boolean isLost(AbstractInsnNode outer, Set<AbstractInsnNode> operands) {
    return operands.stream()
        .anyMatch(
            operand ->
                switch (outer.getOpcode()) {
                  case Opcodes.DADD -> isOneOf(operand, Opcodes.DADD, Opcodes.DSUB);
                  case Opcodes.FADD -> isOneOf(operand, Opcodes.FADD, Opcodes.FSUB);
                  case Opcodes.DMUL -> isOneOf(operand, Opcodes.DMUL, Opcodes.DDIV);
                  case Opcodes.FMUL -> isOneOf(operand, Opcodes.FMUL, Opcodes.FDIV);
                  default -> false;
                });
  }

  private static boolean isOneOf(AbstractInsnNode instruction, int one, int other) {
    return instruction.getOpcode() == one || instruction.getOpcode() == other;
  }

  /** The arithmetic that may stand where a value is used. */
  private Set<AbstractInsnNode> origins(Method method, SourceValue value) {
    Set<AbstractInsnNode> origins = new HashSet<>();
    follow(method, value, origins, new HashSet<>());
    return origins;
  }

  private void follow(
      Method method,
      SourceValue value,
      Set<AbstractInsnNode> origins,
      Set<AbstractInsnNode> followed) {
    AbstractInsnNode source = only(value.insns);
    if (source == null || !followed.add(source)) {
      return;
    }
    switch (source.getOpcode()) {
      case Opcodes.DLOAD, Opcodes.FLOAD -> {
        AbstractInsnNode store = only(method.stores(source));
        if (store != null && method.loads(store).size() == 1) {
          follow(method, method.operand(store, 0), origins, followed);
        }
      }
      case Opcodes.DUP, Opcodes.DUP_X1, Opcodes.DUP_X2 ->
          follow(method, method.operand(source, 0), origins, followed);
      case Opcodes.DUP2, Opcodes.DUP2_X1, Opcodes.DUP2_X2 -> {
        if (value.size == 2) {
          follow(method, method.operand(source, 0), origins, followed);
        }
      }
      default -> {
        if (source instanceof MethodInsnNode call) {
          for (Method target : targets(call)) {
            AbstractInsnNode result = only(target.returns());
            if (result != null) {
              follow(target, target.operand(result, 0), origins, followed);
            }
          }
        } else {
          origins.add(source);
        }
      }
    }
  }

  private static @Nullable AbstractInsnNode only(Collection<AbstractInsnNode> some) {
    return some.size() == 1 ? some.iterator().next() : null;
  }

  /** The sums and products whose right operand may be a call's argument. */
  private Set<AbstractInsnNode> uses(MethodInsnNode call, int argument) {
    Set<AbstractInsnNode> uses = new HashSet<>();
    followArgument(call, argument, uses, new HashSet<>());
    return uses;
  }

  private void followArgument(
      MethodInsnNode call, int argument, Set<AbstractInsnNode> uses, Set<String> followed) {
    for (Method target : targets(call)) {
      if (followed.add(target.name() + " " + argument)) {
        AbstractInsnNode load = only(target.loadsOfParameter(argument));
        if (load != null) {
          followLoad(target, load, uses, followed);
        }
      }
    }
  }

  private void followLoad(
      Method method, AbstractInsnNode load, Set<AbstractInsnNode> uses, Set<String> followed) {
    for (AbstractInsnNode instruction : method.reachable()) {
      if (instruction instanceof MethodInsnNode call) {
        int count = Type.getArgumentTypes(call.desc).length;
        for (int i = 0; i < count; i++) {
          if (load.equals(only(method.operand(call, count - 1 - i).insns))) {
            followArgument(call, i, uses, followed);
          }
        }
      } else if (isSumOrProduct(instruction)
          && load.equals(only(method.operand(instruction, 0).insns))) {
        uses.add(instruction);
      }
    }
  }

  /** The methods that a call may reach. */
  private Set<Method> targets(MethodInsnNode call) {
    Set<Method> targets = new HashSet<>();
    for (Method method : methods.getOrDefault(call.name + call.desc, List.of())) {
      if (isA(method.owner.name, call.owner) || isA(call.owner, method.owner.name)) {
        targets.add(method);
      }
    }
    String key = call.owner + "." + call.name + call.desc;
    for (Handle body : lambdas.getOrDefault(key, List.of())) {
      methods.getOrDefault(body.getName() + body.getDesc(), List.of()).stream()
          .filter(method -> method.owner.name.equals(body.getOwner()))
          .forEach(targets::add);
    }
    return targets;
  }

  private boolean isA(@Nullable String type, String wanted) {
    if (wanted.equals(type)) {
      return true;
    }
    ClassNode known = classes.get(type);
    return known != null
        && (isA(known.superName, wanted)
            || known.interfaces.stream().anyMatch(each -> isA(each, wanted)));
  }

  /** A method with what is known of locals and operands before each instruction. */
  private static final class Method {
    private final ClassNode owner;
    private final MethodNode code;
    private final Map<AbstractInsnNode, Frame<SourceValue>> frames = new HashMap<>();
    private final List<AbstractInsnNode> reachable = new ArrayList<>();

    Method(ClassNode owner, MethodNode code, @Nullable Frame<SourceValue>[] before) {
      this.owner = owner;
      this.code = code;
      for (int i = 0; i < before.length; i++) {
        Frame<SourceValue> frame = before[i];
        if (frame != null) {
          AbstractInsnNode instruction = code.instructions.get(i);
          frames.put(instruction, frame);
          reachable.add(instruction);
        }
      }
    }

    List<AbstractInsnNode> reachable() {
      return reachable;
    }

    String name() {
      return owner.name + "." + code.name + code.desc;
    }

    /** An operand of an instruction; 0 is the last one. */
    SourceValue operand(AbstractInsnNode instruction, int fromLast) {
      Frame<SourceValue> frame = frame(instruction);
      return frame.getStack(frame.getStackSize() - 1 - fromLast);
    }

    /** The instructions that may have stored the value that one loads; none for a parameter. */
    Set<AbstractInsnNode> stores(AbstractInsnNode load) {
      return frame(load).getLocal(((VarInsnNode) load).var).insns;
    }

    /** The instructions that may load the value that one stores. */
    Set<AbstractInsnNode> loads(AbstractInsnNode store) {
      Set<AbstractInsnNode> loads = new HashSet<>();
      for (AbstractInsnNode load : loadsOf(((VarInsnNode) store).var)) {
        if (stores(load).contains(store)) {
          loads.add(load);
        }
      }
      return loads;
    }

    Set<AbstractInsnNode> loadsOfParameter(int index) {
      int slot = (code.access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
      Type[] types = Type.getArgumentTypes(code.desc);
      for (int i = 0; i < index; i++) {
        slot += types[i].getSize();
      }
      return loadsOf(slot);
    }

    List<AbstractInsnNode> returns() {
      return reachable.stream()
          .filter(each -> isOneOf(each, Opcodes.DRETURN, Opcodes.FRETURN))
          .toList();
    }

    String place(AbstractInsnNode instruction) {
      AbstractInsnNode before = instruction;
      while (!(before instanceof LineNumberNode)) {
        before = before.getPrevious();
      }
      return Type.getObjectType(owner.name).getClassName()
          + "."
          + code.name
          + "("
          + owner.sourceFile
          + ":"
          + ((LineNumberNode) before).line
          + ")";
    }

    private Set<AbstractInsnNode> loadsOf(int slot) {
      Set<AbstractInsnNode> loads = new HashSet<>();
      for (AbstractInsnNode each : reachable) {
        if (isOneOf(each, Opcodes.DLOAD, Opcodes.FLOAD) && ((VarInsnNode) each).var == slot) {
          loads.add(each);
        }
      }
      return loads;
    }

    private Frame<SourceValue> frame(AbstractInsnNode instruction) {
      Frame<SourceValue> frame = frames.get(instruction);
      if (frame == null) {
        throw new IllegalArgumentException("never reached in " + name());
      }
      return frame;
    }
  }
}
